// Before a ballot is sent, makes sure that the network is there: a vote never waits in a queue.
const PATIENCE = 8000;

for (const form of document.querySelectorAll("form[data-send]")) {
  let pressed = null; // Older browsers do not say which button submits.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[type=submit]");
    if (button && button.form === form) pressed = button;
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form, pressed);
  });
}

async function send(form, submitter) {
  const lost = form.querySelector("[data-lost]");
  if (form.dataset.sending) return;
  form.dataset.sending = "yes";
  const reached = await reaches(form.dataset.check || form.action.replace(/\/check$/, "/state"));
  delete form.dataset.sending;
  lost.hidden = reached;
  if (!reached) return lost.scrollIntoView({ block: "center" });
  if (submitter && submitter.hasAttribute("formaction")) form.action = submitter.formAction;
  form.submit();
}

async function reaches(address) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const answer = await fetch(address, { cache: "no-store", credentials: "omit", signal: stop.signal });
    return answer.ok;
  } catch (error) {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
