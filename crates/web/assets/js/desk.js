// The desk by keyboard. Every key does what a link or button on the page does; without this module the page
// works the same. Keys are off inside fields, with Ctrl, Alt or Meta, and while the list of keys is open.

const items = () => [...document.querySelectorAll(".list a.item")];
const dialog = document.querySelector("dialog[data-keys]");

// Whoever dictates to the machine or presses keys by accident turns the keys off (WCAG 2.1.4). A browser that
// keeps nothing has them on again on the next page.
const SETTING = "desk-keys";
const off = document.querySelector("[data-keys-off]");
try {
  if (off) off.checked = localStorage.getItem(SETTING) === "off";
} catch {}
off?.addEventListener("change", () => {
  try {
    localStorage.setItem(SETTING, off.checked ? "off" : "on");
  } catch {}
});

function step(by) {
  const all = items();
  if (all.length === 0) return;
  const at = all.indexOf(document.activeElement);
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1);
  all[next].focus();
  all[next].scrollIntoView({ block: "nearest" });
}

const follow = (name) => document.querySelector(`[data-key="${name}"]`)?.click();

const acts = {
  j: () => step(1),
  k: () => step(-1),
  r: () => follow("answer"),
  "/": () => document.querySelector("#q")?.focus(),
  "?": () => dialog?.showModal(),
  escape: () => follow("back"),
  q: () => follow("ask"),
  a: () => follow("assign"),
  t: () => follow("transfer"),
  c: () => follow("consult"),
  n: () => follow("note"),
};

// On a keyboard of another script the place of the key counts, not its letter.
const places = { KeyJ: "j", KeyK: "k", KeyR: "r", KeyQ: "q", KeyA: "a", KeyT: "t", KeyC: "c", KeyN: "n" };

function named(event) {
  const key = event.key.toLowerCase();
  return acts[key] || /^[a-z]$/.test(key) ? key : places[event.code];
}

document.addEventListener("keydown", (event) => {
  if (off?.checked) return;
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || dialog?.open) return;
  const isField = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (isField) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const act = acts[named(event)];
  if (!act) return;
  event.preventDefault();
  act();
});

for (const opener of document.querySelectorAll("[data-open-keys]")) {
  opener.hidden = !dialog;
  opener.addEventListener("click", () => dialog?.showModal());
}

// The foot of a case leads to its acts: the one that was asked for stands open, with its first field ready.
function openAct() {
  const act = location.hash.startsWith("#act-") && document.getElementById(location.hash.slice(1));
  if (!act) return;
  act.open = true;
  act.querySelector("input:not([type=hidden]), textarea, select")?.focus();
}
addEventListener("hashchange", openAct);
openAct();
for (const way of document.querySelectorAll("a[href^='#act-']")) {
  // The same act asked for twice changes no address.
  way.addEventListener("click", () => setTimeout(openAct));
}
document.querySelector(".list [aria-current]")?.scrollIntoView({ block: "nearest" });

// On a phone the queues above a case are one line that scrolls: the present one is seen in it.
document.querySelector(".queues [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
