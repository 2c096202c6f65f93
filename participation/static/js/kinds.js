// What each kind of question needs in the browser: how its answer is read, cleared and said again.

const page = document.documentElement.lang;
const DIGITS = /[٠-٩۰-۹]/g;
const SPACES = /[\s\u00a0\u202f\u2009\u066c']/g;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;

function all(place, what) {
  return Array.from(place.querySelectorAll(what));
}

function apart(screen) {
  return all(screen, "[data-alone]:checked");
}

function typed(screen) {
  return screen.querySelector("textarea, .amount-digits, .date-typed input");
}

function sound(screen) {
  const file = screen.querySelector("input[type=file]");
  return Boolean(file && file.files.length);
}

// The number that somebody typed with any digits; null when it is none.
function numberIn(text) {
  const latin = text.replace(DIGITS, (one) => String(one.charCodeAt(0) & 15));
  const signs = latin.replace(SPACES, "").replace(/[,٫]/g, ".");
  return NUMBER.test(signs) ? Number(signs) : null;
}

function placed(screen) {
  const selects = all(screen, ".tile-rank select").filter((one) => one.value);
  return selects.sort((one, other) => Number(one.value) - Number(other.value));
}

// What conditions may know of the answer (see conditions.js).
export function answerOf(screen) {
  const answer = { options: [], rows: {}, value: null, words: false };
  for (const one of all(screen, ".tile-input:checked")) {
    const row = one.closest("[data-row]");
    if (row) answer.rows[row.dataset.row] = one.value;
    else answer.options.push(one.value);
  }
  for (const one of placed(screen)) answer.options.push(one.name.slice(one.name.indexOf(".") + 1));
  const field = typed(screen);
  const text = field ? field.value.trim() : "";
  if (screen.dataset.kind === "number") answer.value = numberIn(text);
  else if (screen.dataset.kind === "date") answer.value = dateIn(screen, text);
  else answer.words = Boolean(text) || sound(screen);
  return answer;
}

function dateIn(screen, text) {
  const parts = all(screen, ".date-part select").map((one) => one.value);
  const isWhole = parts.length ? parts.every(Boolean) : Boolean(text);
  return isWhole ? Number((parts.join("") || text).replace(/\D/g, "")) : null;
}

// Forget everything that was answered here, or everything but what stands apart.
export function clear(screen, isOwnOnly) {
  const kept = isOwnOnly ? apart(screen) : [];
  for (const one of all(screen, "input, select, textarea")) {
    if (kept.includes(one)) continue;
    if (one.type === "radio" || one.type === "checkbox") one.checked = false;
    else one.value = "";
  }
  screen.dispatchEvent(new CustomEvent("cleared"));
  show(screen);
}

function warn(screen, isFull) {
  const notice = screen.querySelector(".full-said");
  if (!notice) return;
  notice.hidden = !isFull;
  screen.querySelector("[data-not-full]").hidden = isFull;
}

// The most answers, and answers that stand alone: "nothing", "I do not know".
export function settle(screen, touched) {
  if ("alone" in touched.dataset && touched.type === "checkbox") {
    const wanted = touched.checked;
    if (wanted) for (const one of apart(screen)) one.checked = one === touched;
    if (wanted) clear(screen, true);
  } else if (touched.value || touched.checked) {
    for (const one of apart(screen)) one.checked = one === touched;
  }
  const most = Number(screen.dataset.max || 0);
  const isOver = touched.checked && most > 0 && all(screen, ":checked").length > most;
  if (isOver) touched.checked = false;
  warn(screen, isOver);
  show(screen);
}

// Slots that are full, and the places in an order of importance.
export function show(screen) {
  const full = all(screen, ".tile-input:checked").length;
  all(screen, "[data-slots] > *").forEach((slot, n) => slot.classList.toggle("full", n < full));
  for (const thing of all(screen, "[data-thing][role]")) {
    const place = thing.querySelector("select").value;
    const number = thing.querySelector(".rank-number");
    number.textContent = place;
    number.hidden = !place;
    thing.setAttribute("aria-pressed", String(Boolean(place)));
  }
}

// One touch gives the next place; another takes it back, and those behind move up.
function place(thing) {
  const screen = thing.closest("[data-screen]");
  const ranking = thing.closest("[data-ranking]");
  const touched = thing.querySelector("select");
  const rest = placed(screen).filter((one) => one !== touched);
  const isNew = !touched.value;
  touched.value = "";
  if (isNew) rest.push(touched);
  rest.forEach((one, n) => { one.value = String(n + 1); });
  settle(screen, touched);
  const words = thing.querySelector(".tile-word").textContent;
  const told = isNew ? ranking.dataset.placed : ranking.dataset.taken;
  ranking.querySelector("[data-rank-said]").textContent = told
    .replace("{thing}", words).replace("{n}", touched.value);
}

function add(button) {
  const amount = button.closest("[data-amount]");
  const field = typed(amount);
  const lowest = Number(amount.dataset.lowest);
  const highest = Number(amount.dataset.highest);
  const now = numberIn(field.value);
  const first = Math.max(lowest, button.dataset.add === "1" ? 1 : 0);
  const next = now === null ? first : now + Number(button.dataset.add);
  field.value = String(Math.min(highest, Math.max(lowest, Number(next.toFixed(2)))));
  amount.querySelector("[data-amount-said]").textContent = field.value;
  settle(amount.closest("[data-screen]"), field);
}

// What only a script can do.
export function prepare(form) {
  for (const one of all(form, "[data-add], .ranking-touch")) one.hidden = false;
  for (const one of all(form, ".ranking-plain, .rank-place")) one.hidden = true;
  for (const thing of all(form, "[data-thing]")) {
    thing.setAttribute("role", "button");
    thing.tabIndex = 0;
  }
  form.addEventListener("click", (event) => {
    const thing = event.target.closest("[data-thing]");
    const button = event.target.closest("[data-add]");
    if (thing) place(thing);
    if (button) add(button);
  });
  form.addEventListener("keydown", (event) => {
    const isPress = event.key === "Enter" || event.key === " ";
    if (!isPress || !event.target.matches("[data-thing]")) return;
    event.preventDefault();
    place(event.target);
  });
}

function copy(element, css) {
  const made = element.cloneNode(true);
  made.removeAttribute("id");
  for (const one of all(made, "[id]")) one.removeAttribute("id");
  for (const one of all(made, ".rank-place, .rank-number")) one.remove();
  for (const one of ["role", "tabindex", "aria-pressed"]) made.removeAttribute(one);
  made.className = css;
  return made;
}

function spoken(text, css) {
  const made = document.createElement("bdi");
  made.className = css;
  made.textContent = text;
  return made;
}

function dateSaid(text) {
  const found = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(text);
  if (!found) return text;
  const shown = { year: "numeric", month: "long", timeZone: "UTC" };
  if (found[3]) shown.day = "numeric";
  const day = new Date(Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3] || 1)));
  return day.toLocaleDateString(`${page}-u-ca-gregory-nu-latn`, shown);
}

function rowsSaid(place) {
  return all(place, "[data-row]").filter((row) => row.querySelector(":checked")).map((row) => {
    const line = document.createElement("span");
    line.className = "check-line";
    const answer = row.querySelector(":checked").nextElementSibling;
    line.append(copy(row.querySelector(".row-title"), "check-row-asked"), copy(answer, "check-one"));
    return line;
  });
}

// The answers of a screen, or of one row of its table, as the check shows them.
export function said(screen, row) {
  const chosen = all(screen, ".tile-input:checked").filter((one) => !one.closest("[data-row]"));
  const found = chosen.map((one) => copy(one.nextElementSibling, "check-one"));
  if (row) found.push(...all(row, ":checked").map((one) => copy(one.nextElementSibling, "check-one")));
  else found.push(...rowsSaid(screen));
  placed(screen).forEach((one) => {
    const line = copy(one.closest("[data-thing]"), "check-one");
    line.prepend(spoken(`${one.value}.`, "check-place"));
    found.push(line);
  });
  const parts = all(screen, ".date-part select").filter((one) => one.value);
  const dated = parts.map((one) => one.selectedOptions[0].textContent).join(" ");
  const field = typed(screen);
  const text = dated || (field ? field.value.trim() : "");
  if (text) found.push(spoken(dateSaid(text), "check-words"));
  if (sound(screen)) found.push(spoken(document.querySelector("[data-voice]").dataset.voice, "check-words"));
  const unit = screen.querySelector(".amount-unit");
  if (text && unit) found.push(copy(unit, "check-unit"));
  return found;
}
