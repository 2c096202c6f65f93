// Asks for the live part of a page again, about every two seconds; the server answers 304 when nothing changed.
const EVERY = 2000;
const LOST_AFTER = 3;

for (const region of document.querySelectorAll("[data-live]")) follow(region);

function follow(region) {
  const began = stateOf(region);
  const lost = document.querySelector("[data-lost]");
  let last = null;
  let failures = 0;

  async function ask() {
    if (!document.hidden) await look();
    setTimeout(ask, EVERY * (0.8 + Math.random() * 0.4));
  }

  async function look() {
    try {
      const answer = await fetch(region.dataset.live, { cache: "no-cache", credentials: "same-origin" });
      if (!answer.ok || answer.redirected) throw new Error("no live part");
      show(await answer.text());
      failures = 0;
    } catch (error) {
      failures += 1;
    }
    if (lost) lost.hidden = failures < LOST_AFTER;
  }

  function show(html) {
    if (html === last) return;
    const first = last === null;
    last = html;
    const found = new DOMParser().parseFromString(html, "text/html").body;
    const changed = stateOf(found) !== began;
    if (changed && "liveReload" in region.dataset) return location.reload();
    if (first && found.innerHTML.trim() === region.innerHTML.trim()) return;
    region.textContent = "";
    for (const node of Array.from(found.childNodes)) region.appendChild(node);
    document.dispatchEvent(new CustomEvent("live:shown"));
  }

  setTimeout(ask, EVERY * Math.random());
}

function stateOf(element) {
  const holder = element.querySelector("[data-state]");
  return holder ? holder.dataset.state : "";
}
