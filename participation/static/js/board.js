/* Count "me too" without leaving the place where one reads. Without this script the form is sent. */
async function send(event) {
  const form = event.currentTarget;
  event.preventDefault();
  if (form.dataset.sent) {
    return;
  }
  form.dataset.sent = "yes";
  const body = new URLSearchParams(new FormData(form));
  try {
    const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" });
    if (answer.type !== "opaqueredirect") {
      throw new Error("not counted");
    }
    showCounted(form);
  } catch (error) {
    form.submit();
  }
}

function showCounted(form) {
  const counted = form.nextElementSibling;
  const number = form.closest(".idea").querySelector("[data-count]");
  if (form.action.endsWith("/support")) {
    number.textContent = String(Number(number.textContent) + 1);
  }
  form.remove();
  counted.hidden = false;
}

if (typeof fetch === "function") {
  for (const form of document.querySelectorAll("form[data-count-once]")) {
    form.addEventListener("submit", send);
  }
}
