// A voice to record. Without a recorder, a secure page or leave to use the microphone, the text
// field stands alone and nothing here is shown.

const TYPES = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
const BITS = 32000;
const SOON = 10;
const devices = navigator.mediaDevices;

function type() {
  return TYPES.find((one) => MediaRecorder.isTypeSupported(one));
}

// A script can put a file into a form only in this way.
function filesOf(blob) {
  const moved = new DataTransfer();
  moved.items.add(new File([blob], "voice", { type: blob.type }));
  return moved.files;
}

function canRecord() {
  if (!window.isSecureContext || !window.MediaRecorder || !devices || !devices.getUserMedia) {
    return false;
  }
  try {
    return Boolean(type()) && filesOf(new Blob(["x"])).length === 1;
  } catch {
    return false;
  }
}

async function isForbidden() {
  try {
    const found = await navigator.permissions.query({ name: "microphone" });
    return found.state === "denied";
  } catch {
    return false;
  }
}

function clock(seconds) {
  return `0:${String(Math.floor(seconds)).padStart(2, "0")}`.replace("0:60", "1:00");
}

class Recorder {
  constructor(root) {
    this.root = root;
    this.longest = Number(root.dataset.recorder);
    this.screen = root.closest("[data-screen]") || root.parentElement;
    this.file = root.querySelector("[data-recorder-file]");
    this.sound = root.querySelector("[data-recorder-sound]");
    this.play = root.querySelector("[data-do=play]");
    this.said = root.querySelector("[data-recorder-said]");
    this.recording = null;
    this.turn = 0;
    for (const one of [root, this.screen.querySelector("[data-recorder-or]")]) one.hidden = false;
    this.root.addEventListener("click", (event) => this.act(event.target.closest("[data-do]")));
    for (const sign of ["play", "pause", "ended"]) {
      this.sound.addEventListener(sign, () => this.showPlaying());
    }
  }

  act(button) {
    if (!button) return;
    if (button.dataset.do === "start") this.start();
    else if (button.dataset.do === "stop") this.stop();
    else if (button.dataset.do === "play") this.toggle();
    else this.erase("erased", "start");
  }

  show(state, words, focus) {
    this.root.dataset.state = state;
    for (const one of this.root.querySelectorAll("[data-when]")) {
      one.hidden = !one.dataset.when.split(" ").includes(state);
    }
    this.say(words);
    const next = focus && this.root.querySelector(`[data-do=${focus}]`);
    if (next && this.root.offsetParent) next.focus();
  }

  say(words) {
    this.said.textContent = (words && this.said.dataset[words]) || "";
  }

  showTime(seconds) {
    this.root.querySelector("[data-recorder-time]").textContent = clock(seconds);
    this.root.querySelector("progress").value = seconds;
  }

  async start() {
    this.turn += 1;
    const { turn } = this;
    this.say("asking");
    let stream = null;
    try {
      stream = await devices.getUserMedia({ audio: true });
    } catch {
      if (turn === this.turn) this.say("denied");
      return;
    }
    if (turn === this.turn && !this.recording) this.record(stream);
    else silence(stream);
  }

  record(stream) {
    const chunks = [];
    const made = new MediaRecorder(stream, { mimeType: type(), audioBitsPerSecond: BITS });
    this.recording = { made, stream, began: performance.now(), isFull: false, isKept: true };
    made.addEventListener("dataavailable", (event) => chunks.push(event.data));
    made.addEventListener("stop", () => this.end(new Blob(chunks, { type: made.mimeType })));
    made.start(1000);
    document.body.dataset.busy = "yes";
    for (const one of this.screen.querySelectorAll("input[data-alone]:checked")) one.click();
    this.showTime(0);
    this.show("recording", "recording", "stop");
    this.ticking = setInterval(() => this.tick(), 200);
  }

  tick() {
    const passed = (performance.now() - this.recording.began) / 1000;
    this.recording.seconds = Math.min(passed, this.longest);
    this.showTime(this.recording.seconds);
    if (passed >= this.longest) {
      this.recording.isFull = true;
      this.stop();
    } else if (passed >= this.longest - SOON && !this.recording.isWarned) {
      this.recording.isWarned = true;
      this.say("soon");
    }
  }

  stop() {
    if (this.recording && this.recording.made.state !== "inactive") this.recording.made.stop();
  }

  end(blob) {
    const { stream, isFull, isKept } = this.recording;
    clearInterval(this.ticking);
    silence(stream);
    this.recording = null;
    delete document.body.dataset.busy;
    if (!isKept) return;
    if (!blob.size) {
      this.show("empty", "denied", "start");
      return;
    }
    this.keep(blob);
    this.show("kept", isFull ? "full" : "kept", "play");
    if (this.sending) this.sending();
  }

  keep(blob) {
    this.file.disabled = false;
    this.file.files = filesOf(blob);
    this.address = URL.createObjectURL(blob);
    this.sound.src = this.address;
    this.file.dispatchEvent(new Event("change", { bubbles: true }));
  }

  toggle() {
    if (this.sound.paused) this.sound.play().catch(() => this.say("kept"));
    else this.sound.pause();
  }

  showPlaying() {
    const isPlaying = !this.sound.paused && !this.sound.ended;
    if (this.root.dataset.state !== "kept") return;
    this.play.setAttribute("aria-pressed", String(isPlaying));
    this.say(isPlaying ? "playing" : "kept");
  }

  erase(words, focus) {
    this.turn += 1;
    if (this.recording) this.recording.isKept = false;
    this.stop();
    this.sound.pause();
    this.sound.removeAttribute("src");
    if (this.address) URL.revokeObjectURL(this.address);
    this.address = "";
    this.file.value = "";
    this.file.disabled = true;
    this.show("empty", words, focus);
  }
}

function silence(stream) {
  for (const track of stream.getTracks()) track.stop();
}

function begin(roots) {
  const recorders = roots.map((one) => new Recorder(one));
  const form = roots[0].closest("form");
  const each = (act) => recorders.forEach(act);
  form.enctype = "multipart/form-data";
  form.addEventListener("reset", () => each((one) => one.erase("")));
  form.addEventListener("change", (event) => {
    if (!event.target.matches("input[data-alone]:checked")) return;
    each((one) => one.screen.contains(event.target) && one.erase(""));
  });
  // What is still being recorded is ended first, and then sent.
  form.addEventListener("submit", (event) => {
    const running = recorders.find((one) => one.recording);
    if (!running) return;
    event.preventDefault();
    running.sending = () => form.submit();
    running.stop();
  });
  document.addEventListener("click", (event) => {
    const move = event.target.closest("[data-go]");
    if (event.target.closest("[data-listen], [data-sound]")) each((one) => one.sound.pause());
    if (!move) return;
    each((one) => {
      one.sound.pause();
      if (move.dataset.go === "skip" && one.root.offsetParent) one.erase("");
      else one.stop();
    });
  }, true);
  window.addEventListener("pagehide", () => each((one) => one.recording && silence(one.recording.stream)));
}

async function look() {
  const roots = Array.from(document.querySelectorAll("[data-recorder]"));
  if (roots.length && canRecord() && !(await isForbidden())) begin(roots);
}

look();
