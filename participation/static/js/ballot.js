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
  draw(lines);
  say(line, wanted.value);
}

// A listener hears why nothing more can be placed, as a reader sees it.
function say(line, value) {
  const cap = line.querySelector("[data-cap]");
  line.querySelector("[data-said]").textContent = cap.hidden ? value : `${value}. ${cap.textContent}`;
}

function draw(lines) {
  const left = most - lines.reduce((sum, line) => sum + placed(line), 0);
  form.querySelector("[data-left]").textContent = Math.max(left, 0);
  drawDots(form.querySelector("[data-purse-dots]"), most, Math.max(left, 0));
  for (const line of lines) drawLine(line, left);
}

function drawLine(line, left) {
  const mine = placed(line);
  const isFull = mine === marksOf(line).length - 1;
  const [less, more] = line.querySelectorAll("[data-step]");
  line.classList.toggle("has", mine > 0);
  drawDots(line.querySelector("[data-placed]"), mine, mine);
  less.setAttribute("aria-disabled", mine === 0);
  more.setAttribute("aria-disabled", left <= 0 || isFull);
  line.querySelector("[data-cap]").hidden = !isFull;
}

// Dots in fives, as components/dots.html draws them.
function drawDots(element, all, full) {
  const drawn = made("span", "dots-drawn");
  for (let n = 0; n < all; n += 1) {
    if (n % 5 === 0) drawn.appendChild(made("span", "dots-five"));
    drawn.lastChild.appendChild(made("i", n < full ? "" : "free"));
  }
  element.textContent = "";
  element.appendChild(drawn);
}

function made(name, css) {
  const element = document.createElement(name);
  element.className = css;
  return element;
}

function marksOf(line) {
  return Array.from(line.querySelectorAll("[data-marks] input"));
}

function placed(line) {
  return Math.max(marksOf(line).findIndex((mark) => mark.checked), 0);
}
