// What every page of the application begins with: the worker that keeps it, the sending of what waits, updates.
import { sendAll, tell } from "./office.js";
import { Store } from "./store.js";
import { language } from "./words.js";

// Held by every page in which a draft is open: an update waits until none is.
export const OPEN_DRAFT = "chikaya-draft";

// Milliseconds after which a new version asks again: soon, for the page before this one may hold its draft a moment longer,
// and then ever later.
const AGAIN = 500;
const AGAIN_AT_MOST = 30000;

export const store = new Store();

let timer;

// Sends what waits, and again when the next is due.
export async function sendNow(isAwake) {
  clearTimeout(timer);
  let next;
  try {
    next = await sendAll(store, isAwake);
  } catch {
    // The store is full or gone: what waits is still there when the page is opened next.
    return;
  }
  tell();
  if (next !== undefined) timer = setTimeout(sendNow, Math.min(Math.max(next - Date.now(), 1000), 2 ** 30));
}

// Asks the browser to wake the worker when there is a network, where it can.
export async function sendLater() {
  try {
    const registration = await navigator.serviceWorker?.ready;
    await registration?.sync?.register("send");
  } catch {}
}

// Lets a new version take over. The worker refuses while a draft is open somewhere, and is asked again then.
export async function update(wait = AGAIN) {
  const registration = await navigator.serviceWorker?.getRegistration("/");
  if (!registration?.waiting) return;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data: isTaken }) => {
    if (!isTaken) setTimeout(() => update(Math.min(wait * 2, AGAIN_AT_MOST)), wait);
  };
  registration.waiting.postMessage("update", [port2]);
}

// Begins. `isQuiet`: nothing is being written on this page, so that it may be loaded anew in a new version.
export async function boot({ isQuiet = true, onReady } = {}) {
  addEventListener("online", () => sendNow(true));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") sendNow(false);
  });
  sendNow(navigator.onLine);
  if (!navigator.serviceWorker) return;
  const hadWorker = Boolean(navigator.serviceWorker.controller);
  let isLoading = false;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (!hadWorker || !isQuiet || isLoading) return;
    isLoading = true;
    location.reload();
  });
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    if (data === "ready") onReady?.();
  });
  try {
    const registration = await navigator.serviceWorker.register("/sw.js", { scope: "/" });
    const installed = (worker) => worker?.addEventListener("statechange", () => worker.state === "installed" && update());
    installed(registration.installing);
    registration.addEventListener("updatefound", () => installed(registration.installing));
    update();
    const { active } = await navigator.serviceWorker.ready;
    active.postMessage({ want: language });
  } catch {
    // A browser that keeps no worker files as long as the page stands.
  }
}
