// The whole filing on one page, with or without a network: kept on the telephone while it is written, and sent from there.
import { boot, OPEN_DRAFT, sendLater, store } from "./boot.js";
import { begun, changed, DRAFT, isOpen, queued, WAITING } from "./engine.js";
import { bodies, lists, places, subjects } from "./lists.js";
import { draw as drawKey } from "./office.js";
import { isSparing, shrunk } from "./photo.js";
import { unlocked } from "./pin.js";
import { canRecord, draw as drawWave, record } from "./voice.js";
import { apart, bytes, element, language, say, wrong } from "./words.js";

const PAUSE = 400;
const FILES = 10;
const FIELDS = ["kind", "text", "subject", "territory", "place", "coordinates", "organisation", "anonymous", "name", "email", "phone"];

const form = document.getElementById("filing");
const status = document.getElementById("said");
const summary = document.getElementById("errors");
const fileList = document.getElementById("photos");
document.getElementById("sparing").hidden = !isSparing();
const query = new URLSearchParams(location.search);

let filing;
let files = [];
let saving = Promise.resolve();
let timer;
let release;
let isLeft = false;
let choosePlace;

const tell = (sentence) => {
  status.textContent = sentence;
};

// What nobody may overlook: above everything, where it is read although the rest of the page is not.
function warn(sentence) {
  const notice = document.getElementById("notice");
  notice.querySelector("span").textContent = sentence;
  notice.hidden = false;
  notice.focus();
}

// What stands in the form.
function typed() {
  const fields = new FormData(form);
  return Object.fromEntries(FIELDS.map((name) => [name, String(fields.get(name) ?? "")]));
}

// What is sent: with what the camera wrote, if its owner lets it.
function told(words) {
  const sent = { ...words };
  const spoken = files.some((file) => file.seconds !== undefined);
  if (!sent.text.trim() && spoken) sent.text = say("spoken");
  if (form.elements["tell-photos"].checked) {
    const lines = files.flatMap(({ name, moment, point }) => [
      ...(moment ? [say("taken-at", { name, moment })] : []),
      ...(point ? [say("taken-place", { name, point })] : []),
    ]);
    if (lines.length > 0) sent.text = [sent.text.trim(), ...lines].join("\n");
  }
  if (sent.anonymous === "yes") Object.assign(sent, { name: "", email: "", phone: "" });
  return sent;
}

// Held while a draft is open: another tab cannot write in it, and no update takes the page away.
function hold(id) {
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    navigator.locks.request(`chikaya-filing-${id}`, { ifAvailable: true }, (lock) => {
      if (!lock) return resolve(false);
      return navigator.locks.request(OPEN_DRAFT, { mode: "shared" }, () => {
        resolve(true);
        return new Promise((free) => {
          release = free;
        });
      });
    });
  });
}

async function begin() {
  if (filing) return;
  filing = begun(crypto.randomUUID?.() ?? drawKey(), drawKey(), language, Date.now());
  history.replaceState(null, "", `?id=${filing.id}`);
  await hold(filing.id);
  navigator.storage?.persist?.();
}

function refused(error) {
  const sentence = error?.name === "QuotaExceededError" ? say("full") : say("refused");
  tell(sentence);
  // Told once: whoever goes on writing is not taken away from the field each time.
  if (!status.classList.contains("late")) warn(sentence);
  status.classList.add("late");
}

// Writes down what was typed; what was written is there after the browser was killed.
function save() {
  clearTimeout(timer);
  saving = saving.then(async () => {
    if (isLeft) return;
    await begin();
    const words = typed();
    filing = { ...changed(filing, { typed: told(words), files, secret: drawKey(), now: Date.now() }), form: words, telling: form.elements["tell-photos"].checked };
    files = filing.files;
    try {
      await store.put(filing);
      status.classList.remove("late");
      document.getElementById("notice").hidden = true;
      tell(say("kept"));
    } catch (error) {
      refused(error);
    }
  });
  return saving;
}

const later = () => {
  clearTimeout(timer);
  timer = setTimeout(save, PAUSE);
};

function clearFaults() {
  summary.hidden = true;
  summary.querySelector("ul").replaceChildren();
  for (const error of form.querySelectorAll(".error")) {
    error.hidden = true;
    error.closest(".field")?.classList.remove("wrong");
  }
  for (const field of form.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
}

// What is wrong, beside each field and above them all.
function show(faults) {
  clearFaults();
  if (faults.length === 0) return;
  for (const fault of faults) {
    const { field } = fault;
    const sentence = wrong(fault, files);
    const place = document.getElementById(`${field}-error`);
    if (place) {
      place.hidden = false;
      place.querySelector("span").textContent = sentence;
      place.closest(".field")?.classList.add("wrong");
      form.elements[field]?.setAttribute?.("aria-invalid", "true");
    }
    summary.querySelector("ul").append(element("li", {}, element("a", { href: `#${document.getElementById(field) ? field : "filing"}` }, sentence)));
  }
  summary.hidden = false;
  summary.focus();
}

// What can be seen without the portal to be missing.
function missing() {
  const words = typed();
  const faults = [];
  if (!words.kind) faults.push({ field: "kind", message: say("kind") });
  if (!told(words).text.trim()) faults.push({ field: "text", message: say("empty") });
  if (words.anonymous !== "yes" && !words.name.trim()) faults.push({ field: "name", message: say("name") });
  return faults;
}

function line(file) {
  const remove = element("button", { class: "button bare small", type: "button" }, say("remove"), element("span", { class: "unseen" }, ` ${file.name}`));
  remove.addEventListener("click", async () => {
    files = files.filter((each) => each.id !== file.id);
    await save();
    await store.drop(file.id);
    list();
  });
  const words = element("span", {}, element("bdi", {}, file.name), " ", element("span", { class: "quiet" }, `· ${bytes(file.size)}`));
  const item = element("li", {}, element("span", { class: "unseen" }), words, remove);
  if (file.seconds !== undefined) {
    const sound = element("div", { class: "sound" });
    const canvas = element("canvas", { width: "240", height: "40", "aria-hidden": "true" });
    const audio = element("audio", { controls: true, preload: "none" });
    sound.append(canvas, audio);
    item.append(sound);
    store.bytes(file.id).then((kept) => {
      if (kept) audio.src = URL.createObjectURL(new Blob([kept], { type: file.type }));
    });
    requestAnimationFrame(() => drawWave(canvas, file.peaks ?? []));
  }
  return item;
}

function list() {
  fileList.replaceChildren(...files.map(line));
  fileList.hidden = files.length === 0;
  document.getElementById("telling").hidden = !files.some((file) => file.moment || file.point);
}

// Keeps a file with the draft, under a name of its own.
async function keep(kind, extension, { bytes: content, ...rest }) {
  if (files.length >= FILES) return show([{ field: "files", message: say("many") }]);
  const numbers = files.map((file) => Number(/-(\d+)\./.exec(file.name)?.[1] ?? 0));
  const file = { id: drawKey(), name: `${kind}-${Math.max(0, ...numbers) + 1}.${extension}`, size: content.byteLength, sent: false, ...rest };
  try {
    await store.keep(file.id, content);
  } catch (error) {
    return refused(error);
  }
  files = [...files, file];
  list();
  await save();
}

async function take(chosen) {
  for (const photo of chosen) {
    try {
      await keep("photo", "jpg", await shrunk(photo));
    } catch {
      show([{ field: "files", message: `${apart(photo.name)} : ${say("photo-broken")}` }]);
    }
  }
}

function voice() {
  const box = document.getElementById("voice");
  if (!box || !canRecord()) return;
  const [start, pause, stop] = ["start", "pause", "stop"].map((name) => box.querySelector(`[data-${name}]`));
  const canvas = box.querySelector("canvas");
  const clock = box.querySelector("[data-clock]");
  const heard = box.querySelector("[role=status]");
  const time = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
  let going;
  let isPaused = false;
  const stand = (isGoing) => {
    start.hidden = isGoing;
    pause.hidden = !isGoing;
    stop.hidden = !isGoing;
    canvas.hidden = !isGoing;
    clock.hidden = !isGoing;
  };
  start.addEventListener("click", async () => {
    try {
      going = await record({
        heard: (seconds, peaks) => {
          clock.textContent = time(seconds);
          drawWave(canvas, peaks);
        },
        done: async (recording) => {
          stand(false);
          heard.textContent = say("recorded");
          start.focus();
          const extension = recording.type.split("/")[1] === "mp4" ? "m4a" : recording.type.split("/")[1];
          await keep("sound", extension, recording);
        },
      });
    } catch {
      heard.textContent = say("no-microphone");
      return;
    }
    isPaused = false;
    pause.textContent = say("pause");
    stand(true);
    heard.textContent = say("recording");
    stop.focus();
    navigator.vibrate?.(30);
  });
  pause.addEventListener("click", () => {
    isPaused = !isPaused;
    if (isPaused) going.pause();
    else going.resume();
    pause.textContent = say(isPaused ? "resume" : "pause");
    heard.textContent = say(isPaused ? "paused" : "recording");
  });
  stop.addEventListener("click", () => going.stop());
  box.hidden = false;
}

function position() {
  const button = document.getElementById("locate");
  if (!button || !navigator.geolocation || !isSecureContext) return;
  const heard = document.getElementById("located");
  button.hidden = false;
  button.addEventListener("click", () => {
    heard.textContent = say("locating");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        form.elements.coordinates.value = `${coords.latitude.toFixed(5)}, ${coords.longitude.toFixed(5)}`;
        heard.textContent = say("located", { metres: Math.round(coords.accuracy) });
        later();
      },
      () => {
        heard.textContent = say("not-located");
      },
      { enableHighAccuracy: true, timeout: 30000, maximumAge: 60000 },
    );
  });
}

async function fill() {
  const all = await lists();
  if (!all) return tell(say("lists-missing"));
  const selects = ["region", "province", "commune", "arrondissement"].map((name) => document.getElementById(name));
  choosePlace = places(all, selects, form.elements.territory);
  subjects(all, form.elements.subject);
  bodies(all, form.elements.organisation);
}

function put(words) {
  for (const [name, value] of Object.entries(words)) {
    const field = form.elements[name];
    if (!field) continue;
    if (field instanceof RadioNodeList) field.value = value;
    else if (field.type === "checkbox") field.checked = value === "yes";
    else field.value = value;
  }
  if (choosePlace && words.territory) choosePlace(words.territory);
  anonymous();
}

function anonymous() {
  document.getElementById("named").hidden = form.elements.anonymous.checked;
}

// Goes on with a draft that is on the telephone.
async function reopen(id, filled) {
  const kept = await store.get(id);
  if (!kept) return true;
  if (!isOpen(kept)) {
    location.replace(`/${language}/app/mine`);
    return false;
  }
  if (!(await hold(id))) {
    document.getElementById("matter").inert = true;
    warn(say("locked"));
    return false;
  }
  filing = kept;
  files = kept.files;
  // While it is open nobody sends it.
  if (kept.state === WAITING) await store.put({ ...kept, state: DRAFT });
  await filled;
  put(kept.form ?? {});
  form.elements["tell-photos"].checked = kept.telling ?? true;
  list();
  if (kept.faults.length > 0) show(kept.faults);
  return true;
}

async function send(event) {
  event.preventDefault();
  const faults = missing();
  if (faults.length > 0) return show(faults);
  clearFaults();
  await save();
  await saving;
  isLeft = true;
  filing = queued(filing, Date.now());
  try {
    await store.put(filing);
  } catch (error) {
    isLeft = false;
    return refused(error);
  }
  await sendLater();
  release?.();
  location.assign(`/${language}/app/mine`);
}

await unlocked(store);
const filled = fill();
const isHere = query.get("id") ? await reopen(query.get("id"), filled) : true;
boot({ isQuiet: false });
await filled;
if (isHere) {
  if (query.get("kind") && !filing) put({ kind: query.get("kind") });
  voice();
  position();
  form.addEventListener("input", (event) => {
    if (event.target.type !== "file") later();
    if (event.target === form.elements.anonymous) anonymous();
  });
  form.elements.files.addEventListener("change", async ({ target }) => {
    const chosen = [...target.files];
    target.value = "";
    await take(chosen);
  });
  form.addEventListener("submit", send);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && timer) save();
  });
  const shared = query.has("shared") ? await store.shared() : undefined;
  if (shared) await take(shared.map(({ bytes: content, type, name }) => new File([content], name, { type })));
  // Without this module the form leads nowhere.
  form.querySelector("button.big").disabled = false;
  form.dataset.ready = "yes";
}
