// The call centre, live. Without this module everything works by loading the page again.

const live = document.querySelector("[data-live]");
const ringing = document.querySelector("[data-ringing]");
const call = document.querySelector("form[data-call]");
const notes = document.querySelector("[data-notes]");
const off = document.querySelector("[data-keys-off]");

// What lasts is counted here; the server says when it began.
function clock(seconds) {
  const two = (number) => String(number).padStart(2, "0");
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
// The clock of this machine may be wrong: what counts is how much later it is than when the part of the page was made.
const begun = new WeakMap();
setInterval(() => {
  for (const place of document.querySelectorAll("[data-since]")) {
    if (!begun.has(place)) {
      const shown = place.textContent.split(":").map(Number);
      const seconds = shown.reduce((sum, part) => sum * 60 + part, 0);
      begun.set(place, performance.now() / 1000 - seconds);
    }
    place.textContent = clock(performance.now() / 1000 - begun.get(place));
  }
}, 1000);

// Notes are kept while they are written.
let timer = 0;
let kept = notes?.value;
async function keep() {
  clearTimeout(timer);
  if (!notes || !call || notes.value === kept) return true;
  const value = notes.value;
  const body = new URLSearchParams({ token: call.elements.token.value, notes: value, quiet: "yes" });
  try {
    const answer = await fetch(`${call.dataset.call}/note`, { method: "POST", body });
    if (!answer.ok) return false;
    kept = value;
    const said = document.querySelector("[data-kept]");
    if (said) said.hidden = false;
    return true;
  } catch {
    return false;
  }
}
notes?.addEventListener("input", () => {
  const said = document.querySelector("[data-kept]");
  if (said) said.hidden = true;
  clearTimeout(timer);
  timer = setTimeout(keep, 800);
});

// Something is typed that only this page has: it is not loaded again by itself.
function isTyping() {
  const fields = [...document.querySelectorAll("main input:not([type=hidden]):not([type=radio]), main textarea")];
  return fields.some((field) => field !== notes && field.value !== field.defaultValue);
}

async function changed() {
  const news = document.querySelector("[data-news]");
  if ((await keep()) && !isTyping()) location.reload();
  else if (news) news.hidden = false;
}

async function wall() {
  const answer = await fetch(location.href);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  // What somebody is in keeps its place: a date that is being chosen, a table that is being moved through.
  for (const here of document.querySelectorAll("[data-wall] [data-part]")) {
    const fresh = page.querySelector(`[data-wall] [data-part="${here.dataset.part}"]`);
    if (!fresh || here.isEqualNode(fresh)) continue;
    if (!here.contains(document.activeElement)) here.replaceWith(fresh);
    else {
      const rows = fresh.querySelector("tbody");
      if (rows) here.querySelector("tbody")?.replaceWith(rows);
    }
  }
}

let waits = false;
function soon() {
  if (waits) return;
  waits = true;
  setTimeout(() => {
    waits = false;
    wall();
  }, 1000);
}

// What is told, from now on; answers how to stop listening. The first that is told says nothing new of a page that was made a
// moment ago.
function listen(isNew) {
  const source = new EventSource(live.dataset.live);
  source.addEventListener("now", (event) => {
    if ("wall" in live.dataset) {
      if (!isNew) soon();
      isNew = false;
      return;
    }
    const now = JSON.parse(event.data);
    if (now.mark !== live.dataset.mark) {
      changed();
      return;
    }
    // Whoever stands on a button of what rings keeps standing there.
    const stood = ringing.contains(document.activeElement);
    ringing.innerHTML = now.ringing;
    if (stood) ringing.querySelector("button")?.focus();
  });
  return () => source.close();
}

// A page that is left lives on for Back, and what it listens to with it: six of them would take all the connections that a
// browser has for the portal, and no other page would open.
if (live) {
  let stop = listen(true);
  addEventListener("pagehide", () => stop());
  addEventListener("pageshow", (event) => {
    if (event.persisted) stop = listen(false);
  });
}

// One key for each act. Off inside fields, with Ctrl, Alt or Meta, and where somebody turned the keys off.
document.addEventListener("keydown", (event) => {
  if (off?.checked || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (document.querySelector("dialog[open]")) return;
  if (event.target.closest?.("input:not([type=radio]), textarea, select, button, a, summary, [contenteditable]")) {
    // Space and Enter do there what they do everywhere; figures are keys still on what is no field.
    if (!/^[1-9]$/.test(event.key) || event.target.closest("input:not([type=radio]), textarea, select")) return;
  }
  const name = event.key === " " ? "space" : event.key;
  const hot = document.querySelector(`[data-hot="${CSS.escape(name)}"]`);
  if (!hot) return;
  event.preventDefault();
  if (hot.matches("summary")) {
    hot.parentElement.open = true;
    hot.parentElement.querySelector("input, select")?.focus();
  } else if (hot.matches("input, textarea, select")) {
    hot.focus();
    hot.scrollIntoView({ block: "nearest" });
  } else hot.click();
});
