// Sends what waits: one page or worker at a time, and tells the others.
import { round } from "./engine.js";
import { carry, network } from "./network.js";

const ROUND = "chikaya-round";
const NEWS = "chikaya-news";

// A key that nobody guesses: 160 bits as hexadecimal digits.
export function draw() {
  const bytes = crypto.getRandomValues(new Uint8Array(20));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

const clock = { now: () => Date.now() };

// Tells other pages that something changed, or how far a file is. It may be called where there is nobody.
export function tell(news = "changed") {
  try {
    const channel = new BroadcastChannel(NEWS);
    channel.postMessage(news);
    channel.close();
  } catch {}
}

// Calls when another page or the worker changed something.
export function listen(call) {
  try {
    new BroadcastChannel(NEWS).addEventListener("message", ({ data }) => call(data));
  } catch {}
}

// Sends everything that is due; answers when the next is due. Where another page is at it, that one does it all.
export async function sendAll(store, isAwake) {
  const locks = globalThis.navigator?.locks;
  const ports = {
    alone: (id, act) => (locks ? locks.request(`chikaya-filing-${id}`, { ifAvailable: true }, (lock) => lock && act()) : act()),
    clock,
    network,
    carry,
    rest: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    progress: (filing, file, came, size) => tell({ filing, file, came, size }),
    random: Math.random,
    store: {
      list: () => store.list(),
      get: (id) => store.get(id),
      bytes: (id) => store.bytes(id),
      drop: (id) => store.drop(id),
      put: async (filing) => {
        await store.put(filing);
        tell();
      },
    },
  };
  const go = () => round(ports, isAwake);
  if (!locks) return go();
  return locks.request(ROUND, { ifAvailable: true }, (lock) => (lock ? go() : undefined));
}
