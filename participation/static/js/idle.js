// The tablet forgets: a cover after some quiet, then nothing is left of the person before.

const body = document.body;
const home = body.dataset.home;
const quiet = Number(body.dataset.idleSeconds || 0);
const leaveAfter = Number(body.dataset.leaveSeconds || 0);
const cover = document.querySelector("[data-idle]");
const ask = document.querySelector("[data-erase-ask]");
const frame = document.querySelector(".frame, .phone-main");
let last = Date.now();
let coveredAt = 0;

function forget() {
  for (const form of document.forms) form.reset();
  body.hidden = true;
  location.replace(home || document.querySelector("[data-erase]").href);
}

function show(one, isShown, first) {
  one.hidden = !isShown;
  if (frame) frame.inert = isShown;
  if (isShown) one.querySelector(first).focus();
}

function isBusy() {
  const sounds = Array.from(document.querySelectorAll("audio"));
  const speaking = window.speechSynthesis && window.speechSynthesis.speaking;
  return speaking || body.dataset.busy === "yes" || sounds.some((sound) => !sound.paused);
}

function stay() {
  last = Date.now();
  coveredAt = 0;
  show(cover, false);
}

function countDown() {
  const all = Number(cover.dataset.idle);
  const left = all - (Date.now() - coveredAt) / 1000;
  cover.querySelector("[data-idle-seconds]").textContent = String(Math.max(0, Math.ceil(left)));
  const ring = cover.querySelector("[data-idle-ring]");
  ring.setAttribute("stroke-dasharray", `${Math.max(0, (left / all) * 100)} 100`);
  if (left <= 0) forget();
}

function look() {
  if (isBusy()) last = Date.now();
  const still = (Date.now() - last) / 1000;
  if (leaveAfter && still >= leaveAfter) return forget();
  if (coveredAt) return countDown();
  if (quiet && cover && still >= quiet) {
    coveredAt = Date.now();
    show(cover, true, "[data-idle-stay]");
  }
}

for (const sign of ["pointerdown", "keydown", "input", "wheel", "touchstart"]) {
  document.addEventListener(sign, () => { if (!coveredAt) last = Date.now(); }, { passive: true });
}

document.addEventListener("click", (event) => {
  const touched = event.target.closest("[data-erase], [data-erase-yes], [data-erase-no], [data-idle-stay]");
  if (!touched) return;
  event.preventDefault();
  if ("idleStay" in touched.dataset) stay();
  else if ("eraseNo" in touched.dataset) show(ask, false);
  else if (ask && !coveredAt && "erase" in touched.dataset) show(ask, true, "[data-erase-no]");
  else forget();
});

// A page that the browser kept in memory still holds the answers of whoever left it.
window.addEventListener("pageshow", (event) => {
  if (event.persisted && home) forget();
});

// A page that answers something sent must be an ordinary page when "back" returns to it: the browser
// would show an error of its own, where nothing brings the tablet home.
// The browser may also put back what was typed there.
if (home) for (const form of document.forms) form.reset();
if (home) history.replaceState(null, "", location.href);

if (home) setInterval(look, 250);
