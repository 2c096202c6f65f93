// The code of a card stands behind the # of the address, which no server ever sees: it is put into the ballot here.
const SHAPE = /^#[0-9A-Za-z]{16}$/;

keepOnLinks();
document.addEventListener("live:shown", keepOnLinks);
fillField();

function keepOnLinks() {
  if (!SHAPE.test(location.hash)) return;
  for (const link of document.querySelectorAll("[data-keep-card] a")) link.hash = location.hash;
}

function fillField() {
  const field = document.getElementById("card");
  const section = document.querySelector("[data-card]");
  const read = document.querySelector("[data-card-read]");
  if (!field || !section || !read) return;
  if (SHAPE.test(location.hash) && !field.value) {
    field.value = location.hash.slice(1);
    section.hidden = true;
    read.hidden = false;
  }
}
