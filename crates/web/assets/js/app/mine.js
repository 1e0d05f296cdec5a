// All that was written on this telephone: where each stands, its receipt, and what can be done with it.
import { boot, sendLater, sendNow, store } from "./boot.js";
import { BACK, BUSY, DRAFT, isOpen, queued, SENDING, SENT, WAITING } from "./engine.js";
import { listen } from "./office.js";
import { unlocked } from "./pin.js";
import { bytes, element, language, say, wrong } from "./words.js";

const TITLE = 90;
const TAGS = { [DRAFT]: "", [WAITING]: "is-soon", [SENDING]: "is-wait", [SENT]: "is-done", [BACK]: "is-late" };

const list = document.getElementById("filings");
const empty = document.getElementById("empty");

function state(filing) {
  if (filing.isSealed) return say("sealed");
  if (filing.state === WAITING && filing.why === BUSY) return say("busy");
  return say(filing.state);
}

function title(filing) {
  const text = (filing.form?.text || filing.typed?.text || "").trim().split("\n")[0];
  if (!text) return say("untitled");
  return text.length > TITLE ? `${text.slice(0, TITLE)}…` : text;
}

const fact = (label, value, isCode) => element("div", {}, element("dt", {}, label), element("dd", {}, element("bdi", isCode ? { class: "ref", dir: "ltr" } : {}, value)));

function receipt({ receipt: kept }) {
  const facts = element(
    "dl",
    { class: "facts over" },
    fact(say("reference"), kept.reference, true),
    fact(say("code"), kept.access_code, true),
    fact(say("organisation"), kept.organisation_name),
    fact(say("due"), kept.answer_due_words),
  );
  if (kept.files?.length) facts.append(fact(say("files"), kept.files.join(", ")));
  return facts;
}

function act(words, call, look = "plain") {
  const button = element("button", { class: `button ${look} small`, type: "button" }, words);
  button.addEventListener("click", call);
  return button;
}

// The second press deletes.
function deleting(filing) {
  const button = act(say("delete"), async () => {
    if (!button.dataset.asked) {
      button.dataset.asked = "yes";
      button.textContent = say("delete-sure");
      return;
    }
    await store.remove(filing);
    draw();
  }, "bare");
  return button;
}

// The telephone has reference and code: whoever holds it is not asked for them once more. Where that does not work, the page
// that asks is opened as ever.
async function follow(event, { receipt: kept }) {
  event.preventDefault();
  const { href } = event.currentTarget;
  try {
    const answer = await fetch(`/${language}/track`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const form = document.importNode(page.getElementById("reference").form, true);
    form.elements.reference.value = kept.reference;
    form.elements.code.value = kept.access_code;
    form.action = `/${language}/track`;
    form.hidden = true;
    document.body.append(form);
    form.submit();
  } catch {
    location.assign(href);
  }
}

function acts(filing) {
  const row = element("div", { class: "row tight" });
  if (filing.isSealed) return row;
  if (isOpen(filing)) row.append(element("a", { class: "button small", href: `/${language}/app/file?id=${filing.id}` }, say(filing.state === BACK ? "mend" : "edit")));
  if (filing.state === WAITING) {
    row.append(
      act(say("send"), async () => {
        await store.put(queued(filing, Date.now()));
        await sendNow(true);
      }),
    );
  }
  if (filing.state === SENT) {
    const link = element("a", { class: "button plain small", "data-follow": true, href: `/${language}/track/${filing.receipt.reference}` }, say("follow"));
    link.addEventListener("click", (event) => follow(event, filing));
    row.append(link);
  }
  if (filing.state !== SENDING && !(filing.state === WAITING && filing.asked)) row.append(deleting(filing));
  return row;
}

function card(filing) {
  const item = element(
    "li",
    { class: "panel flat stack", "data-state": filing.state, id: `filing-${filing.id}` },
    element("p", {}, element("span", { class: `tag ${TAGS[filing.state]}` }, state(filing))),
    element("h2", { dir: "auto" }, title(filing)),
  );
  if (filing.state === SENT && filing.receipt) item.append(receipt(filing));
  if (filing.state === BACK) {
    const faults = filing.faults.map((fault) => element("li", {}, wrong(fault, filing.files)));
    item.append(element("ul", { class: "errors" }, ...faults));
  }
  item.append(acts(filing));
  return item;
}

let drawing;
let isStale = false;

async function draw() {
  // One drawing at a time; what changed meanwhile is drawn after it.
  if (drawing) {
    isStale = true;
    return;
  }
  drawing = store.list();
  const all = await drawing;
  drawing = undefined;
  list.replaceChildren(...all.map(card));
  empty.hidden = all.length > 0;
  if (isStale) {
    isStale = false;
    draw();
  }
}

// Pages of cases that are kept to be read without a network.
async function cases() {
  const section = document.getElementById("cases");
  try {
    const kept = await (await caches.open("cases")).keys();
    const links = kept.map(({ url }) => {
      const { pathname } = new URL(url);
      return element("li", {}, element("a", { class: "ref", href: pathname }, pathname.split("/").at(-1)));
    });
    section.querySelector("ul").replaceChildren(...links);
    section.hidden = links.length === 0;
  } catch {}
}

async function room() {
  const said = document.getElementById("room");
  try {
    const { usage, quota } = await navigator.storage.estimate();
    said.textContent = quota - usage < 5e6 ? say("no-room") : say("room", { used: bytes(usage), left: bytes(quota - usage) });
  } catch {}
}

function pin() {
  const form = document.getElementById("protect");
  const remove = document.getElementById("unprotect");
  const heard = document.getElementById("pin-said");
  if (!globalThis.crypto?.subtle) return;
  const stand = async () => {
    const isSet = (await store.lock()) !== "none";
    form.hidden = isSet;
    remove.hidden = !isSet;
  };
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const field = form.querySelector("input");
    if (!/^\d{4,12}$/.test(field.value)) {
      heard.textContent = say("pin-form");
      field.setAttribute("aria-invalid", "true");
      return;
    }
    await store.protect(field.value);
    field.value = "";
    field.removeAttribute("aria-invalid");
    heard.textContent = say("pin-set");
    stand();
  });
  remove.addEventListener("click", async () => {
    await store.unprotect();
    heard.textContent = "";
    stand();
  });
  stand();
}

await unlocked(store);
pin();
// How far a file is, in a filing that is on its way.
function progress({ filing, came, size }) {
  const card = document.getElementById(`filing-${filing}`);
  if (!card) return;
  let bar = card.querySelector("progress");
  if (!bar) {
    bar = element("progress", { "aria-label": say("files") });
    card.append(bar);
  }
  bar.max = size;
  bar.value = came;
}

listen((news) => (news?.filing ? progress(news) : draw()));
await draw();
await boot();
await sendNow(navigator.onLine);
await draw();
if ((await store.list()).some((filing) => filing.state === WAITING)) sendLater();
room();
cases();
