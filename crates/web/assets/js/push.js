// Messages to this browser, asked for on the page of a case and never before: the part of the page shows itself where the
// browser can be told. The service worker that shows them (push-worker.js) is that of the installed app.

const WORKER = "/sw.js";

const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));

const words = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");

const hex = (buffer) =>
  Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");

const digest = async (address) =>
  hex(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(address)));

// A subscription to the key of this house; one to another key, of a house that was renewed, is given up.
async function own(registration, key) {
  const known = await registration.pushManager.getSubscription();
  if (!known) return null;
  const its = known.options && known.options.applicationServerKey;
  if (!its || words(its) === key) return known;
  await known.unsubscribe();
  return null;
}

async function registered() {
  return (await navigator.serviceWorker.getRegistration("/")) || navigator.serviceWorker.register(WORKER);
}

async function begin(place) {
  const { key } = place.dataset;
  const offer = place.querySelector("[data-push-offer]");
  const button = offer.querySelector("button");
  const said = place.querySelector("[data-push-said]");
  const tell = (sentence) => {
    said.textContent = sentence;
    said.hidden = !sentence;
  };
  const registration = await registered();
  const known = await own(registration, key);
  const mine = known && (await digest(known.endpoint));
  const line = mine && place.querySelector(`[data-browser="${mine}"]`);
  if (line) line.querySelector("[data-push-here]").hidden = false;
  offer.hidden = Boolean(line);
  place.hidden = false;
  if (Notification.permission === "denied") {
    tell(place.dataset.denied);
    offer.hidden = true;
    return;
  }
  // The first press asks the browser, which may ask the person; then the form is sent with what it answers.
  button.addEventListener("click", async (event) => {
    if (offer.dataset.ready) return;
    event.preventDefault();
    button.disabled = true;
    try {
      if ((await Notification.requestPermission()) !== "granted") {
        tell(place.dataset.denied);
        return;
      }
      await navigator.serviceWorker.ready;
      const subscription =
        (await own(registration, key)) ||
        (await registration.pushManager.subscribe({
          userVisibleOnly: true,
          applicationServerKey: bytes(key),
        }));
      offer.querySelector("[name=endpoint]").value = subscription.endpoint;
      offer.querySelector("[name=public_key]").value = words(subscription.getKey("p256dh"));
      offer.querySelector("[name=auth_secret]").value = words(subscription.getKey("auth"));
      offer.dataset.ready = "yes";
      button.disabled = false;
      button.click();
    } catch {
      tell(place.dataset.failed);
    } finally {
      button.disabled = false;
    }
  });
}

const place = document.querySelector("[data-push]");
if (place && window.isSecureContext && navigator.serviceWorker && window.PushManager && window.Notification) {
  begin(place).catch(() => {});
}
