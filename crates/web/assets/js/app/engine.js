// How what waits on a telephone is sent: each filing once, whatever breaks on the way. A pure module: what is kept, the
// network, the clock and chance come in as arguments, so that a test can break all of them in any order.
//
// A filing has a key that nobody guesses, under which the portal lays down its words, then its files in parts, then files it.
// Each of the three can be said again: the portal knows the key, and answers with the receipt once it is filed.
import { upload, UploadRefused } from "./upload.js";

export const DRAFT = "draft";
export const WAITING = "waiting";
export const SENDING = "sending";
export const SENT = "sent";
export const BACK = "back";

// Why it waits: there is no network (or one that carries nothing), or the portal asked for time.
export const OFFLINE = "offline";
export const BUSY = "busy";

// Milliseconds: the first wait, the longest that is chosen here, and the longest that the portal is granted.
const FIRST = 5000;
const LONGEST = 15 * 60000;
const GRANTED = 60 * 60000;

// Seconds for words.
const SHORT = 30;

// How often a part of a file is tried in vain before the filing waits with all others.
const IN_VAIN = 5;

// Where files are announced: the key names the draft.
const UPLOADS = "/api/v1/drafts/own/uploads";

// How often a filing is begun anew in one round where the portal has lost what was laid down.
const ANEW = 3;

class Later extends Error {
  constructor(why, seconds) {
    super(why);
    this.why = why;
    this.seconds = seconds;
  }
}

class Back extends Error {
  constructor(faults) {
    super("back");
    this.faults = faults;
  }
}

// The portal has forgotten what was laid down, or counts other files.
class Anew extends Error {}

// A new filing. `secret` has at least 32 letters.
export function begun(id, secret, language, now) {
  return { id, secret, language, state: DRAFT, typed: {}, files: [], faults: [], tries: 0, notBefore: 0, why: "", asked: false, begun: now, changed: now };
}

// Whether it may be written in: what the portal may have filed already stays as it is.
export const isOpen = (filing) => filing.state === DRAFT || filing.state === BACK || (filing.state === WAITING && !filing.asked);

// Whether it is to be sent.
export const isDue = (filing, now) => {
  if (filing.state !== WAITING && filing.state !== SENDING) return false;
  // A clock that was put back must not keep it for a day.
  return filing.notBefore <= now || filing.notBefore - now > GRANTED;
};

// A filing with other words or files. Where files had gone already, another key is begun under: the portal keeps what was
// laid down under the first one until it is forgotten, and nothing of it is filed.
export function changed(filing, { typed, files, secret, now }) {
  const had = filing.files.map((file) => file.id).join();
  const has = files.map((file) => file.id).join();
  const isAnew = had !== has && filing.files.some((file) => file.sent);
  return {
    ...filing,
    typed,
    files: isAnew ? files.map((file) => ({ ...file, sent: false })) : files,
    secret: isAnew ? secret : filing.secret,
    state: DRAFT,
    asked: false,
    changed: now,
  };
}

// A filing that is to be sent now.
export const queued = (filing, now) => ({ ...filing, state: WAITING, faults: [], tries: 0, notBefore: 0, why: "", changed: now });

// When it is tried again: ever later, and not all telephones at once.
function wait(filing, later, { clock, random }) {
  const asked = Number(later.seconds) > 0 ? Math.min(later.seconds * 1000, GRANTED) : 0;
  const own = Math.min(FIRST * 2 ** Math.min(filing.tries, 10), LONGEST);
  return clock.now() + Math.max(asked, own * (0.5 + random() / 2));
}

// What an answer means: where the draft stands, or why not.
function understood(answer) {
  const { status, body } = answer;
  const isStanding = body && (body.state === "open" || (body.state === "filed" && body.receipt?.reference));
  if (status >= 200 && status < 300) {
    // A network that says yes and carries nothing answers with a page of its own.
    if (!isStanding) throw new Later(OFFLINE);
    return body;
  }
  if (status === 429 || status === 408 || status >= 500) throw new Later(BUSY, answer.retryAfter);
  // Somebody else on the way refuses: the portal says what is wrong.
  if (!body || typeof body.type !== "string") throw new Later(OFFLINE);
  if (status === 404 || status === 410 || status === 409) throw new Anew();
  if (status === 413) throw new Back([{ field: "files", error: "too-large" }]);
  throw new Back(Array.isArray(body.errors) && body.errors.length > 0 ? body.errors : [{ field: "", error: body.type }]);
}

async function ask(ports, filing, path, request) {
  let answer;
  try {
    answer = await ports.network(path, { key: filing.secret, language: filing.language, ...request });
  } catch (error) {
    if (error?.isKill) throw error;
    throw new Later(OFFLINE);
  }
  return understood(answer);
}

// Sends one file in parts. What came stays there, so that it goes on where it broke off, in this round or another.
async function sent(filing, file, bytes, ports) {
  const { key, language } = { key: filing.secret, language: filing.language };
  let vain = 0;
  try {
    await upload(new Blob([bytes]), {
      url: UPLOADS,
      name: file.name,
      id: file.id,
      fetch: (address, request) => ports.carry(address, { ...request, headers: { ...request.headers, "idempotency-key": key, "accept-language": language } }),
      rest: (milliseconds, signal, response) => {
        vain += 1;
        const isPortal = response && (response.status === 429 || response.status >= 500);
        if (isPortal) throw new Later(BUSY, Number(response.headers.get("retry-after")));
        if (vain > IN_VAIN) throw new Later(OFFLINE);
        return ports.rest(milliseconds);
      },
      onprogress: ({ sent: came, size }) => {
        vain = 0;
        ports.progress?.(filing.id, file.id, came, size);
      },
    });
  } catch (error) {
    if (!(error instanceof UploadRefused)) throw error;
    // It was filed, or forgotten: the words say which.
    if ([404, 409, 410].includes(error.status)) throw new Anew();
    const isTold = error.errors.length > 0 && error.status !== 413;
    const faults = isTold ? error.errors.map((fault) => ({ ...fault, field: "files" })) : [{ field: "files", error: error.status === 413 ? "too-large" : "refused" }];
    throw new Back(faults.map((fault) => ({ ...fault, file: file.id })));
  }
}

// Lays down, sends files, files; answers the receipt.
async function carried(filing, ports) {
  const { store } = ports;
  const laid = await ask(ports, filing, "/api/v1/drafts", { json: { ...filing.typed, language: filing.language }, seconds: SHORT });
  if (laid.state === "filed") return laid.receipt;
  // The portal has forgotten files that had come: they go once more.
  if (laid.files < filing.files.filter((file) => file.sent).length) for (const file of filing.files) file.sent = false;
  for (const file of filing.files) {
    if (file.sent) continue;
    const bytes = await store.bytes(file.id);
    if (!bytes) throw new Back([{ field: "files", error: "gone", file: file.id }]);
    await sent(filing, file, bytes, ports);
    file.sent = true;
    await store.put(filing);
  }
  filing.asked = true;
  await store.put(filing);
  const filed = await ask(ports, filing, "/api/v1/drafts/send", { json: { files: filing.files.length }, seconds: SHORT });
  if (filed.state !== "filed") throw new Later(OFFLINE);
  return filed.receipt;
}

// Sends one filing; answers it as it stands then.
export async function send(filing, ports) {
  const { store, clock } = ports;
  filing.state = SENDING;
  await store.put(filing);
  for (let times = 0; ; times++) {
    try {
      const receipt = await carried(filing, ports);
      Object.assign(filing, { state: SENT, receipt, faults: [], why: "", changed: clock.now() });
      // First the room: a telephone that is full can still write down the receipt.
      for (const file of filing.files) await store.drop(file.id);
      await store.put(filing);
      return filing;
    } catch (error) {
      if (error instanceof Anew && times < ANEW) {
        // Always under the same key: whatever was filed under it, by whichever tab, is found again.
        for (const file of filing.files) file.sent = false;
        continue;
      }
      if (error instanceof Back) Object.assign(filing, { state: BACK, faults: error.faults, asked: false, why: "" });
      else {
        const later = error instanceof Later ? error : error instanceof Anew ? new Later(BUSY) : undefined;
        if (!later) throw error;
        Object.assign(filing, { state: WAITING, why: later.why, notBefore: wait(filing, later, ports), tries: filing.tries + 1 });
      }
      await store.put(filing);
      return filing;
    }
  }
}

// Sends everything that is due, one after the other; answers when the next is due, none where nothing waits. `isAwake`: the
// network has come back, and whoever waited for it waits no more. `alone(id, act)` acts unless somebody writes in the filing.
export async function round(ports, isAwake) {
  let next;
  for (const { id } of await ports.store.list()) {
    await ports.alone(id, async () => {
      // It may have been changed or deleted while others were sent.
      const filing = await ports.store.get(id);
      if (!filing || filing.isSealed) return;
      if (filing.state === SENDING) {
        // Nobody else is at it: whoever was sending it was ended. It waits, and says so.
        filing.state = WAITING;
        await ports.store.put(filing);
      }
      const isWoken = isAwake && filing.state === WAITING && filing.why !== BUSY;
      if (isWoken || isDue(filing, ports.clock.now())) await send(filing, ports);
      if (filing.state === WAITING) next = Math.min(next ?? Infinity, filing.notBefore);
    });
  }
  return next;
}
