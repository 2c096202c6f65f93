/* The page that proposes: the text follows the language chosen, says when it is too long, and a
   page brought back by "back" holds nothing of the person before. */
const form = document.querySelector("form[data-propose]");

if (form) {
  const words = form.querySelector("textarea");
  const chosen = form.querySelector("select");
  const tooLong = form.querySelector("[data-too-long]");
  const longest = Number(words.dataset.longest);

  const follow = () => {
    const option = chosen.selectedOptions[0];
    words.lang = option.value;
    words.dir = option.dir;
  };
  const measure = () => {
    const length = Array.from(words.value.trim()).length;
    tooLong.hidden = length <= longest;
    tooLong.textContent = length > longest ? tooLong.dataset.tooLong : "";
  };

  chosen.addEventListener("change", follow);
  words.addEventListener("input", measure);
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
    }
    form.dataset.sent = "yes";
  });
  follow();
  measure();
}

window.addEventListener("pageshow", (event) => {
  if (event.persisted) {
    window.location.reload();
  }
});
