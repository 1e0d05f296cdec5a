// The first page of the application: installs it where the browser offers that, and says when it works without a network.
import { boot, store } from "./boot.js";
import { SENDING, WAITING } from "./engine.js";

const button = document.getElementById("install");
const ready = document.getElementById("ready");
const count = document.getElementById("waiting");

let offer;
addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  offer = event;
  if (button) button.hidden = false;
});
button?.addEventListener("click", async () => {
  button.hidden = true;
  await offer?.prompt();
});
addEventListener("appinstalled", () => {
  if (button) button.hidden = true;
});

boot({
  onReady: () => {
    if (ready) ready.hidden = false;
  },
});

try {
  const all = await store.list();
  if (count) count.hidden = !all.some((filing) => filing.state === WAITING || filing.state === SENDING);
} catch {}
