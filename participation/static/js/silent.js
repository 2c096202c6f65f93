// Says for each language whether this device has a voice that can read it aloud.

const speech = window.speechSynthesis;

function hasVoice(tag) {
  const short = tag.split("-")[0];
  const voices = speech ? speech.getVoices() : [];
  return voices.some((one) => one.lang.split(/[-_]/)[0] === short);
}

function show() {
  for (const part of document.querySelectorAll("[data-language]")) {
    const answer = hasVoice(part.dataset.language) ? "yes" : "no";
    for (const line of part.querySelectorAll("[data-voice]")) {
      line.hidden = line.dataset.voice !== answer;
    }
  }
}

if (speech && speech.addEventListener) speech.addEventListener("voiceschanged", show);
show();
