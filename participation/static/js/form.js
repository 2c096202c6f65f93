// One question a screen. Without this file the form is one plain page and works the same.

const form = document.querySelector("[data-answers]");
const screens = Array.from(form.querySelectorAll("[data-screen]"));
const asked = screens.filter((one) => ["question", "helped"].includes(one.dataset.screen));
const moves = Array.from(document.querySelectorAll("[data-on]"));
const list = form.querySelector("[data-check]");
let now = 0;
let isChanging = false;

// A gesture of this page alone: a copy in a cache or a proxy may have given ours to another.
function newGesture() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (one) => one.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function inputs(screen) {
  return Array.from(screen.querySelectorAll("input, textarea"));
}

function chosen(screen) {
  return inputs(screen).filter((one) => one.checked);
}

function count(screen) {
  const slots = screen.querySelector("[data-slots]");
  if (!slots) return;
  const full = chosen(screen).length;
  Array.from(slots.children).forEach((slot, n) => slot.classList.toggle("full", n < full));
}

function warn(screen, isFull) {
  const notice = screen.querySelector("[data-full]");
  if (!notice) return;
  notice.hidden = !isFull;
  screen.querySelector("[data-not-full]").hidden = isFull;
}

// The most answers, and answers that stand alone ("nothing", "I do not know").
function settle(screen, touched) {
  const most = Number(screen.dataset.max || 0);
  if (touched.type === "checkbox" && touched.checked) {
    const alone = "alone" in touched.dataset;
    for (const other of chosen(screen)) {
      if (other !== touched && (alone || "alone" in other.dataset)) other.checked = false;
    }
    const isOver = most > 0 && chosen(screen).length > most;
    if (isOver) touched.checked = false;
    warn(screen, isOver);
  } else {
    warn(screen, false);
  }
  count(screen);
}

function row(screen, n) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "check-row";
  const title = screen.querySelector(".question-title [id], .question-title").cloneNode(true);
  title.removeAttribute("id");
  for (const inside of title.querySelectorAll("[id]")) inside.removeAttribute("id");
  const said = document.createElement("span");
  said.className = "check-said";
  for (const one of chosen(screen)) {
    const body = one.nextElementSibling.cloneNode(true);
    for (const inside of body.querySelectorAll("[id]")) inside.removeAttribute("id");
    body.className = "check-one";
    said.append(body);
  }
  const words = screen.querySelector("textarea");
  if (words && words.value.trim()) {
    const text = document.createElement("bdi");
    text.className = "check-words";
    text.textContent = words.value.trim();
    said.append(text);
  }
  if (!said.childNodes.length) said.textContent = list.dataset.none;
  const question = document.createElement("span");
  question.className = "check-asked";
  question.append(...title.childNodes);
  if (title.lang) {
    question.lang = title.lang;
    question.dir = title.dir;
  }
  button.append(question, said);
  button.addEventListener("click", () => {
    isChanging = true;
    go(n);
  });
  item.append(button);
  return item;
}

function mark() {
  const line = form.querySelector("[data-steps-line]");
  const place = asked.indexOf(screens[now]);
  line.hidden = place < 0;
  line.querySelectorAll("li").forEach((pill, n) => {
    pill.className = n < place ? "done" : n === place ? "now" : "";
  });
  const number = line.querySelector(".steps-words bdi");
  if (place >= 0) number.textContent = String(place + 1);
}

function go(n) {
  now = Math.max(0, Math.min(screens.length - 1, n));
  const kind = screens[now].dataset.screen;
  if (kind === "check") {
    isChanging = false;
    list.textContent = "";
    for (const one of asked) list.append(row(one, screens.indexOf(one)));
  }
  screens.forEach((one, at) => {
    one.hidden = false;
    one.classList.toggle("now", at === now);
  });
  for (const move of moves) move.hidden = !move.dataset.on.split(" ").includes(kind);
  mark();
  window.scrollTo(0, 0);
  form.querySelector("[data-head]").classList.toggle("vh", kind !== "notice");
  const heading = screens[now].querySelector("h2") || form.querySelector("h1");
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

function clear(screen) {
  for (const one of inputs(screen)) {
    if (one.type === "radio" || one.type === "checkbox") one.checked = false;
    else one.value = "";
  }
  warn(screen, false);
  count(screen);
}

function begin() {
  form.reset();
  form.elements.gesture.value = newGesture();
  screens.forEach(count);
  const wrong = screens.findIndex((one) => one.classList.contains("screen-wrong"));
  go(Math.max(0, wrong));
}

document.addEventListener("click", (event) => {
  const move = event.target.closest("[data-go]");
  if (!move) return;
  if (move.dataset.go === "skip") clear(screens[now]);
  if (move.dataset.go === "back") go(now - 1);
  else go(isChanging ? screens.length - 1 : now + 1);
});

form.addEventListener("change", (event) => settle(event.target.closest("[data-screen]"), event.target));

// Enter in a field must not send half of the answers.
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.tagName === "INPUT") event.preventDefault();
});

form.addEventListener("submit", (event) => {
  const offline = form.querySelector("[data-offline]");
  offline.hidden = navigator.onLine;
  if (navigator.onLine) return;
  event.preventDefault();
  offline.scrollIntoView({ block: "center" });
});

// On a telephone; the tablet asks with a page of its own (idle.js).
document.addEventListener("click", (event) => {
  const erase = event.target.closest("[data-confirm]");
  if (!erase) return;
  event.preventDefault();
  if (!window.confirm(erase.dataset.confirm)) return;
  form.reset();
  location.replace(erase.href);
});

window.addEventListener("pageshow", (event) => {
  if (event.persisted) begin();
});

// On a telephone, what reads aloud is fetched only where there is a voice to read with.
function wake() {
  const ours = document.querySelector("script[data-listens]");
  if (!ours || !speechSynthesis.getVoices().length) return;
  const reads = document.createElement("script");
  reads.type = "module";
  reads.src = ours.dataset.listens;
  ours.removeAttribute("data-listens");
  document.head.append(reads);
}

if (window.speechSynthesis && speechSynthesis.addEventListener) {
  speechSynthesis.addEventListener("voiceschanged", wake);
  wake();
}

form.classList.add("stepping");
begin();
