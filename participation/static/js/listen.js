// "Listen": a recording of the service where there is one, else the voices that the device has.
// Without either a button stays hidden, because a button that does nothing is worse than none.

const speech = window.speechSynthesis && speechSynthesis.addEventListener ? speechSynthesis : null;
const player = document.createElement("audio");
let reading = null;

function buttons() {
  return Array.from(document.querySelectorAll("[data-listen], [data-sound]"));
}

function wordsOf(button) {
  return document.getElementById(button.dataset.listen) || button;
}

function languageOf(button) {
  return button.dataset.lang || wordsOf(button).closest("[lang]").lang;
}

function voiceFor(language) {
  if (!speech) return null;
  const short = language.split("-")[0];
  const voices = speech.getVoices();
  const exact = voices.find((one) => one.lang.toLowerCase() === language.toLowerCase());
  return exact || voices.find((one) => one.lang.split(/[-_]/)[0] === short);
}

function hasSound(button) {
  return Boolean(button.dataset.sound) && !("broken" in button.dataset);
}

function show() {
  for (const button of buttons()) {
    button.hidden = !hasSound(button) && !voiceFor(languageOf(button));
  }
}

function quiet() {
  reading = null;
  player.pause();
  if (speech) speech.cancel();
  for (const one of document.querySelectorAll(".listen[aria-pressed='true']")) {
    one.setAttribute("aria-pressed", "false");
  }
  for (const one of document.querySelectorAll(".tile.reading")) one.classList.remove("reading");
}

function play(button) {
  player.src = button.dataset.sound;
  player.play().catch(() => {});
}

function speak(button) {
  const said = new SpeechSynthesisUtterance(wordsOf(button).innerText);
  said.voice = voiceFor(languageOf(button));
  said.lang = said.voice.lang;
  said.addEventListener("end", () => {
    if (reading === button) quiet();
  });
  speech.speak(said);
}

function read(button) {
  const tile = button.closest(".tile");
  if (tile) tile.classList.add("reading");
  button.setAttribute("aria-pressed", "true");
  reading = button;
  if (hasSound(button)) play(button);
  else speak(button);
}

// A recording that cannot be played gives way to a voice, or its button goes.
function giveWay() {
  const button = reading;
  if (!button) return;
  button.dataset.broken = "";
  quiet();
  show();
  if (!button.hidden) read(button);
}

function begin() {
  player.hidden = true;
  player.preload = "none";
  document.body.append(player); // A tablet that plays is not idle: it looks for this element.
  player.addEventListener("ended", quiet);
  player.addEventListener("error", giveWay);
  show();
  if (speech) speech.addEventListener("voiceschanged", show);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-listen], [data-sound]");
    const wasReading = button && button.getAttribute("aria-pressed") === "true";
    if (button || event.target.closest("button, a")) quiet();
    if (button && !wasReading) read(button);
  });
  window.addEventListener("pagehide", quiet);
}

begin();
