// "Listen": a page is read aloud by the voices that the device has. Without a voice for a
// language its buttons stay hidden, because a button that does nothing is worse than none.

const speech = window.speechSynthesis;

function languageOf(button) {
  const words = document.getElementById(button.dataset.listen);
  const marked = (words || button).closest("[lang]");
  return button.dataset.lang || marked.lang;
}

function voiceFor(language) {
  const short = language.split("-")[0];
  const voices = speech.getVoices();
  const exact = voices.find((one) => one.lang.toLowerCase() === language.toLowerCase());
  return exact || voices.find((one) => one.lang.split(/[-_]/)[0] === short);
}

function show() {
  for (const button of document.querySelectorAll("[data-listen]")) {
    button.hidden = !voiceFor(languageOf(button));
  }
}

function quiet() {
  speech.cancel();
  for (const one of document.querySelectorAll(".listen[aria-pressed='true']")) {
    one.setAttribute("aria-pressed", "false");
  }
  for (const one of document.querySelectorAll(".tile.reading")) one.classList.remove("reading");
}

function read(button) {
  const words = document.getElementById(button.dataset.listen);
  const said = new SpeechSynthesisUtterance((words || button).innerText);
  said.voice = voiceFor(languageOf(button));
  said.lang = said.voice.lang;
  said.addEventListener("end", quiet);
  const tile = button.closest(".tile");
  if (tile) tile.classList.add("reading");
  button.setAttribute("aria-pressed", "true");
  speech.speak(said);
}

function begin() {
  show();
  speech.addEventListener("voiceschanged", show);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-listen]");
    const wasReading = button && button.getAttribute("aria-pressed") === "true";
    if (button || event.target.closest("button, a")) quiet();
    if (button && !wasReading) read(button);
  });
  window.addEventListener("pagehide", quiet);
}

if (speech && speech.addEventListener) begin();
