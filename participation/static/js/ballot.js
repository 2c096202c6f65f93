// Turns the numbers of each proposal into plus and minus, and counts the dots that are left.
const form = document.querySelector("[data-ballot]");
const most = form ? Number(form.dataset.dots) : 0;
if (most) enhance();

function enhance() {
  const lines = Array.from(form.querySelectorAll("[data-line]"));
  for (const line of lines) {
    line.querySelector("[data-marks]").hidden = true;
    line.querySelector("[data-steps]").hidden = false;
    for (const button of line.querySelectorAll("[data-step]")) {
      button.addEventListener("click", () => step(lines, line, button));
    }
  }
  form.querySelector("[data-purse]").hidden = false;
  draw(lines);
}

function step(lines, line, button) {
  const marks = marksOf(line);
  const wanted = marks[placed(line) + Number(button.dataset.step)];
  if (button.getAttribute("aria-disabled") === "true" || !wanted) return;
  wanted.checked = true;
  line.querySelector("[data-said]").textContent = wanted.value;
  draw(lines);
}

function draw(lines) {
  const left = most - lines.reduce((sum, line) => sum + placed(line), 0);
  form.querySelector("[data-left]").textContent = Math.max(left, 0);
  fill(form.querySelector("[data-purse-dots]"), circles(most, Math.max(left, 0)));
  for (const line of lines) drawLine(line, left);
}

function drawLine(line, left) {
  const mine = placed(line);
  const [less, more] = line.querySelectorAll("[data-step]");
  line.classList.toggle("has", mine > 0);
  fill(line.querySelector("[data-placed]"), circles(mine, mine));
  less.setAttribute("aria-disabled", mine === 0);
  more.setAttribute("aria-disabled", left <= 0 || mine === marksOf(line).length - 1);
}

function fill(element, children) {
  element.textContent = "";
  for (const child of children) element.appendChild(child);
}

function circles(all, full) {
  return Array.from({ length: all }, (_, n) => {
    const circle = document.createElement("i");
    circle.className = n < full ? "" : "free";
    return circle;
  });
}

function marksOf(line) {
  return Array.from(line.querySelectorAll("[data-marks] input"));
}

function placed(line) {
  return Math.max(marksOf(line).findIndex((mark) => mark.checked), 0);
}
