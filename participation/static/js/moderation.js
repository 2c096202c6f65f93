/* Letters do what the buttons of the text in focus do; selected words go into the field that hides. */
const cases = Array.from(document.querySelectorAll("[data-case]"));

function current() {
  return document.activeElement && document.activeElement.closest("[data-case]");
}

function move(step) {
  const at = cases.indexOf(current());
  const next = cases[at < 0 ? 0 : Math.min(Math.max(at + step, 0), cases.length - 1)];
  next.focus();
  next.scrollIntoView({ block: "start" });
}

function takeSelection(place) {
  const selection = document.getSelection();
  const text = selection ? String(selection).trim() : "";
  const words = place.querySelector("[data-words]");
  const field = place.querySelector("[data-hide]");
  if (text && words.contains(selection.anchorNode) && !field.value.includes(text)) {
    field.value = field.value ? `${field.value}, ${text}` : text;
    field.closest("details").open = true;
  }
}

function act(key, place) {
  const more = place.querySelector(`[data-more="${key}"]`);
  if (more) {
    more.open = true;
    more.querySelector("input").focus();
    return;
  }
  const button = place.querySelector(`button[data-key="${key}"]`);
  if (button) {
    button.click();
  }
}

function onKey(event) {
  const typing = event.target.closest("input:not([type=checkbox]), textarea, select");
  if (typing || event.ctrlKey || event.altKey || event.metaKey || cases.length === 0) {
    return;
  }
  const key = event.key.toLowerCase();
  if (key === "j" || key === "k") {
    move(key === "j" ? 1 : -1);
  } else if (current() && key.length === 1 && "pmstcdwr".includes(key)) {
    act(key, current());
  } else {
    return;
  }
  event.preventDefault();
}

for (const place of cases) {
  place.querySelector("[data-words]").addEventListener("pointerup", () => takeSelection(place));
}
document.addEventListener("keydown", onKey);
