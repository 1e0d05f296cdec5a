// The pages of a filing by pictures: what stands on them is read aloud, what is said is recorded into the field of the
// form, and where one is goes along. Without any of it the forms work as they stand.

import { canRecord, draw, record } from "./voice.js";

const language = document.documentElement.lang;

// Reading aloud: the buttons show themselves where the telephone has a voice of the page's language.
const hear = [...document.querySelectorAll("button[data-speak]")];
const voice = () => speechSynthesis.getVoices().find(({ lang }) => lang.toLowerCase().split(/[-_]/)[0] === language);

function offer() {
  if (!voice()) return;
  for (const button of hear) button.hidden = false;
}

if (hear.length > 0 && globalThis.speechSynthesis) {
  for (const button of hear) {
    button.addEventListener("click", () => {
      const words = new SpeechSynthesisUtterance(button.dataset.speak);
      const chosen = voice();
      words.voice = chosen;
      words.lang = chosen.lang;
      speechSynthesis.cancel();
      speechSynthesis.speak(words);
    });
  }
  speechSynthesis.addEventListener("voiceschanged", offer);
  offer();
}

// Recording: touched once it begins, touched again it ends and goes on to the next page.
const ENDINGS = { "audio/webm": "webm", "audio/ogg": "ogg", "audio/mp4": "m4a" };
const mic = document.querySelector("button[data-record]");
const field = document.getElementById("files");
const said = document.getElementById("heard");

if (mic && field && canRecord() && globalThis.DataTransfer) {
  const form = field.form;
  const wave = form.querySelector("canvas");
  const words = mic.querySelector("span");
  const begin = words.textContent;
  let running;
  const done = ({ bytes, type }) => {
    running = undefined;
    words.textContent = begin;
    mic.classList.remove("on");
    const chosen = new DataTransfer();
    chosen.items.add(new File([bytes], `voice.${ENDINGS[type] ?? "webm"}`, { type }));
    field.files = chosen.files;
    form.requestSubmit(form.querySelector("button[name=go-on]"));
  };
  const heard = (seconds, peaks) => {
    said.textContent = `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
    draw(wave, peaks);
  };
  mic.addEventListener("click", async () => {
    if (running) {
      running.stop();
      return;
    }
    try {
      running = await record({ heard, done });
    } catch {
      said.textContent = mic.dataset.refused;
      return;
    }
    wave.hidden = false;
    mic.classList.add("on");
    words.textContent = mic.dataset.stop;
  });
  mic.hidden = false;
}

// A file that was chosen goes on by itself.
if (field) field.addEventListener("change", () => field.files.length > 0 && field.form.requestSubmit(field.form.querySelector("button[name=go-on]")));

// Where one is: told to the form alone, when the button is touched.
const here = document.querySelector("form[data-here]");
if (here && isSecureContext && navigator.geolocation) {
  const place = here.elements.coordinates;
  const status = here.querySelector("[role=status]");
  here.addEventListener("submit", (event) => {
    if (place.value) return;
    event.preventDefault();
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        place.value = `${coords.latitude.toFixed(5)}, ${coords.longitude.toFixed(5)}`;
        here.requestSubmit();
      },
      () => {
        status.textContent = here.dataset.failed;
      },
      { enableHighAccuracy: true, timeout: 30000, maximumAge: 60000 },
    );
  });
  here.hidden = false;
}

// A short buzz when something is touched, on a telephone that can.
for (const picture of document.querySelectorAll(".picture")) {
  picture.addEventListener("click", () => navigator.vibrate?.(30));
}
