// One question a screen. Without this file the form is one plain page and works the same.
// An import carries the digest of its file, as every address of ours does (a test keeps it right).

import { asked, isAnswered } from "./conditions.js?v=d99e997d42";
import { answerOf, clear, prepare, said, settle, show } from "./kinds.js?v=90319915c8";

const form = document.querySelector("[data-answers]");
const screens = Array.from(form.querySelectorAll("[data-screen]"));
const questions = screens.filter((one) => "key" in one.dataset);
const conditions = questions.map((one) => [one.dataset.key, JSON.parse(one.dataset.condition || "null")]);
const moves = Array.from(document.querySelectorAll("[data-on]"));
const list = form.querySelector("[data-check]");
const line = form.querySelector("[data-steps-line]");
const seen = new Set();
let here = null;
let isChanging = false;

// A gesture of this page alone: a copy in a cache or a proxy may have given ours to another.
function newGesture() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (one) => one.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

// A table is asked row by row on the tablet, unless an answer stands for all of it.
function rowsOf(screen) {
  const rows = Array.from(screen.querySelectorAll("[data-row]"));
  if (form.dataset.rows !== "one" || !rows.length) return [null];
  return screen.querySelector("[data-alone]:checked") ? rows.slice(0, 1) : rows;
}

// Every step that is met now, given the answers; a question that is not asked has none.
function steps() {
  const answers = new Map(questions.map((one) => [one.dataset.key, answerOf(one)]));
  const keys = new Set(asked(conditions, answers));
  const met = screens.filter((one) => !("key" in one.dataset) || keys.has(one.dataset.key));
  return [].concat(...met.map((screen) => rowsOf(screen).map((row) => ({ screen, row }))));
}

function placeIn(all, step) {
  const exact = all.findIndex((one) => one.screen === step.screen && one.row === step.row);
  if (exact >= 0) return exact;
  return all.map((one) => one.screen).lastIndexOf(step.screen);
}

function isAsking(step) {
  return ["question", "helped"].includes(step.screen.dataset.screen);
}

function checkRow(step) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  const question = document.createElement("span");
  const answer = document.createElement("span");
  const row = step.screen.querySelector("[data-alone]:checked") ? null : step.row;
  const title = row ? row.querySelector(".row-title") : step.screen.querySelector(".question-title [id]") || step.screen.querySelector(".question-title");
  button.type = "button";
  button.className = "check-row";
  question.className = "check-asked";
  answer.className = "check-said";
  const words = title.firstElementChild && row ? title.firstElementChild : title;
  question.textContent = words.textContent;
  if (words.lang) Object.assign(question, { lang: words.lang, dir: words.dir });
  answer.append(...said(step.screen, step.row));
  if (!answer.childNodes.length) answer.textContent = list.dataset.none;
  button.append(question, answer);
  button.addEventListener("click", () => {
    isChanging = true;
    go(step);
  });
  item.append(button);
  return item;
}

function mark(all) {
  const counted = all.filter(isAsking);
  const place = counted.indexOf(all[placeIn(all, here)]);
  const pills = line.querySelector("ol");
  line.hidden = place < 0;
  while (pills.children.length > counted.length) pills.lastElementChild.remove();
  while (pills.children.length < counted.length) pills.append(document.createElement("li"));
  Array.from(pills.children).forEach((pill, n) => {
    pill.className = n < place ? "done" : n === place ? "now" : "";
  });
  line.querySelector("[data-steps-now]").textContent = String(place + 1);
  line.querySelector("[data-steps-total]").textContent = String(counted.length);
}

function showMoves(kind) {
  const isNeeded = "required" in here.screen.dataset;
  for (const move of moves) {
    move.hidden = !move.dataset.on.split(" ").includes(kind) || (isNeeded && move.dataset.go === "skip");
  }
}

// What stands for the whole table is offered with its first row: later, it would erase the rows before.
function showApart({ screen, row }) {
  for (const one of screen.querySelectorAll(".tiles-apart, [data-for-all]")) one.hidden = row !== rowsOf(screen)[0];
}

function go(step) {
  here = step;
  seen.add(step.row || step.screen);
  const kind = step.screen.dataset.screen;
  const all = steps();
  if (kind === "check") {
    isChanging = false;
    list.textContent = "";
    for (const one of all.filter(isAsking)) list.append(checkRow(one));
  }
  for (const one of screens) {
    one.hidden = false;
    one.classList.toggle("now", one === step.screen);
  }
  for (const row of step.screen.querySelectorAll("[data-row]")) row.classList.toggle("now", row === step.row);
  showApart(step);
  showMoves(kind);
  mark(all);
  window.scrollTo(0, 0);
  form.querySelector("[data-head]").classList.toggle("vh", kind !== "notice");
  const heading = (step.row || step.screen).querySelector("h2, h3") || form.querySelector("h1");
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

// A question that must be answered keeps its place until it is; stopping stays possible.
function mayLeave() {
  const { screen } = here;
  const missing = screen.querySelector("[data-missing]");
  if (!missing) return true;
  const rows = rowsOf(screen);
  const isLast = !here.row || here.row === rows[rows.length - 1];
  missing.hidden = isAnswered(answerOf(screen)) || !isLast;
  return missing.hidden;
}

function forward() {
  const all = steps();
  const next = all.slice(placeIn(all, here) + 1);
  const unseen = next.find((one) => !seen.has(one.row || one.screen));
  go((isChanging ? unseen : next[0]) || all[all.length - 1]);
}

function back() {
  const all = steps();
  go(all[Math.max(0, placeIn(all, here) - 1)]);
}

function skip() {
  if (here.row) for (const one of here.row.querySelectorAll("input")) one.checked = false;
  else clear(here.screen);
  forward();
}

// What came back from the server is asked again alone, then the check.
function begin() {
  form.reset();
  form.elements.gesture.value = newGesture();
  seen.clear();
  questions.forEach(show);
  const all = steps();
  const wrong = all.filter((one) => one.screen.querySelector(".error:not([hidden])"));
  isChanging = wrong.length > 0;
  if (isChanging) for (const one of all.filter((step) => !wrong.includes(step))) seen.add(one.row || one.screen);
  go(wrong[0] || all[0]);
}

document.addEventListener("click", (event) => {
  const move = event.target.closest("[data-go]");
  if (!move) return;
  if (move.dataset.go === "back") back();
  else if (move.dataset.go === "skip") skip();
  else if (mayLeave()) forward();
});

function isTyped(field) {
  return field.tagName === "TEXTAREA" || field.matches(".amount-digits, .date-typed input");
}

for (const sign of ["input", "change"]) {
  form.addEventListener(sign, (event) => {
    const isLast = sign === "change";
    if (isTyped(event.target) !== isLast) settle(event.target.closest("[data-screen]"), event.target);
  });
}

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

// Another language is another page: what was answered is not lost unasked.
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-change-language]");
  if (!link || !questions.some((one) => isAnswered(answerOf(one)))) return;
  if (link.dataset.changeLanguage) link.dataset.confirm = link.dataset.changeLanguage;
  else link.dataset.erase = "";
}, true);

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
  if (!ours || !hasSomethingToPlay()) return;
  const reads = document.createElement("script");
  reads.type = "module";
  reads.src = ours.dataset.listens;
  ours.removeAttribute("data-listens");
  document.head.append(reads);
}

function hasSomethingToPlay() {
  if (document.querySelector("[data-sound]")) return true;
  return Boolean(window.speechSynthesis && speechSynthesis.getVoices().length);
}

wake();
if (window.speechSynthesis && speechSynthesis.addEventListener) {
  speechSynthesis.addEventListener("voiceschanged", wake);
}

prepare(form);
form.classList.add("stepping");
begin();
