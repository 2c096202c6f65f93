// Drag a question to another place. The buttons "Up" and "Down" do the same without a pointer.

const list = document.querySelector("[data-reorder]");
let carried = null;

function rowOf(event) {
  return event.target.closest("[data-key]");
}

function unmark() {
  list.querySelectorAll(".question-over").forEach((row) => row.classList.remove("question-over"));
}

function drop(row) {
  const from = Number(carried.dataset.place);
  const at = Number(row.dataset.place);
  const form = list.closest("form");
  const act = document.createElement("input");
  act.type = "hidden";
  act.name = "act";
  act.value = `to:${carried.dataset.key}:${at}`;
  if (from !== at) {
    form.append(act);
    form.submit();
  }
}

if (list) {
  list.querySelectorAll("[data-key]").forEach((row) => {
    row.draggable = true;
    row.querySelectorAll("a").forEach((link) => { link.draggable = false; });
  });
  list.addEventListener("dragstart", (event) => {
    carried = rowOf(event);
    carried.classList.add("question-carried");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", carried.dataset.key);
  });
  list.addEventListener("dragover", (event) => {
    const row = rowOf(event);
    if (!carried || !row) return;
    event.preventDefault();
    unmark();
    row.classList.add("question-over");
  });
  list.addEventListener("drop", (event) => {
    const row = rowOf(event);
    event.preventDefault();
    unmark();
    if (carried && row) drop(row);
  });
  list.addEventListener("dragend", () => {
    if (carried) carried.classList.remove("question-carried");
    carried = null;
    unmark();
  });
}
