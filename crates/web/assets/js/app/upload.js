// A file in parts, by the tus protocol 1.0: whoever loses the line, the power or the page goes on where it broke off. Used by
// the app; nothing of the page is touched here.
//
// upload(file, { url, fetch, store, signal, onprogress, name, id }) sends a File or Blob and answers its address at the
// portal. `url` is where files of a draft are announced. `id` is what its sender calls it: announced again under that, it is
// gone on with. `rest(milliseconds, signal, response)` waits after a try in vain, and ends it all where it throws. `store` remembers addresses across visits: get, set and delete, each
// of which may answer a promise. `onprogress({ sent, size })` is told what the portal has kept. A file that the portal does
// not take ends in an UploadRefused, with the key of the sentence that says why; being offline does not end it, but `signal`.

const TUS = "1.0.0";

// What a bad line carries, and as much as a good one does between two questions.
const PART = 64 * 1024;
const LARGEST_PART = 128 * 1024;

// Waits in milliseconds after tries in vain: each twice as long, none longer than half a minute.
const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;

export class UploadRefused extends Error {
  constructor(status, error) {
    super(error || `status ${status}`);
    this.name = "UploadRefused";
    this.status = status;
    this.error = error || null;
    // What the portal says of it, where it was the portal.
    this.errors = [];
  }
}

// What names a file again at the next visit.
export const nameOf = (file, url) =>
  [url, file.name || "", file.size, file.lastModified || 0].join(" ");

const base64 = (text) =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)));

function rest(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    if (signal && signal.aborted) {
      reject(signal.reason);
      return;
    }
    const timer = setTimeout(() => {
      if (signal) signal.removeEventListener("abort", ended);
      resolve();
    }, milliseconds);
    const ended = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    if (signal) signal.addEventListener("abort", ended, { once: true });
  });
}

// Longest time for one request: a line that carries nothing looks open for long. What came of a part is kept.
const PART_PATIENCE = 90_000;

// Browsers of old telephones know no signal that ends by itself, or of several.
function within(milliseconds, signal) {
  const ending = new AbortController();
  const end = () => ending.abort(signal?.reason);
  const timer = setTimeout(end, milliseconds);
  if (signal?.aborted) end();
  signal?.addEventListener("abort", end, { once: true });
  const done = () => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", end);
  };
  return { signal: ending.signal, done };
}

// Answers that say that the same may be tried again: the portal is busy, or something on the way is.
const isPassing = (status) =>
  status === 408 || status === 423 || status === 425 || status === 429 || status >= 500;

async function refusal(response) {
  let told = {};
  try {
    told = await response.json();
  } catch {
    // No words came along.
  }
  const errors = Array.isArray(told.errors) ? told.errors : [];
  const refused = new UploadRefused(response.status, errors[0]?.error || told.type);
  refused.errors = errors;
  return refused;
}

const numberOf = (response, head) => {
  const value = Number.parseInt(response.headers.get(head) || "", 10);
  return Number.isSafeInteger(value) && value >= 0 ? value : null;
};

export async function upload(file, options) {
  const { url, store = null, signal = undefined, onprogress = () => {}, part = PART, patience = PART_PATIENCE } = options;
  const name = options.name || file.name || "file";
  const own = options.id ? `,id ${base64(options.id)}` : "";
  const send = options.fetch || globalThis.fetch.bind(globalThis);
  const pause = options.rest || rest;
  const key = nameOf(file, url);
  let tries = 0;

  // One request, or null when it shall be tried again after a while.
  const ask = async (address, init) => {
    let response;
    const late = within(patience, signal);
    try {
      response = await send(address, {
        ...init,
        credentials: "omit",
        cache: "no-store",
        headers: { "tus-resumable": TUS, ...init.headers },
        signal: late.signal,
      });
    } catch (error) {
      if (error?.isKill || (signal && signal.aborted)) throw error;
      response = null;
    } finally {
      late.done();
    }
    // A network that says yes to everything answers with a page of its own; what stands before the portal may find it large.
    const isOurs = response && response.headers.get("tus-resumable") === TUS;
    if (response && (isOurs ? !isPassing(response.status) : response.status === 413)) {
      return response;
    }
    const asked = response ? (numberOf(response, "retry-after") || 0) * 1000 : 0;
    const growing = Math.min(FIRST_WAIT * 2 ** tries, LONGEST_WAIT);
    tries += 1;
    // Not all at the same moment, when a line comes back for many.
    await pause(Math.max(asked, growing * (0.75 + Math.random() / 2)), signal, response);
    return null;
  };

  const announce = async () => {
    for (;;) {
      const response = await ask(url, {
        method: "POST",
        headers: {
          "upload-length": String(file.size),
          "upload-metadata": `filename ${base64(name)}${own}`,
        },
      });
      if (!response) continue;
      const place = response.headers.get("location");
      if (response.status !== 201 || !place) throw await refusal(response);
      const address = new URL(place, new URL(url, globalThis.location ? location.href : undefined)).href;
      if (store) await store.set(key, address);
      // One that was announced before goes on where it broke off.
      return { address, offset: numberOf(response, "upload-offset") || 0 };
    }
  };

  // Where the next part begins; null when the portal knows nothing of the file any more.
  const place = async (address) => {
    for (;;) {
      const response = await ask(address, { method: "HEAD" });
      if (!response) continue;
      if (response.status === 404 || response.status === 410) return null;
      // A HEAD has no words: they are asked for.
      if (!response.ok) throw await refusal(await send(address, { headers: { "tus-resumable": TUS }, signal }));
      return numberOf(response, "upload-offset");
    }
  };

  let address = store ? await store.get(key) : null;
  let offset = 0;
  if (address) {
    offset = await place(address);
    if (offset === null) address = null;
  }
  if (!address) {
    ({ address, offset } = await announce());
  }
  onprogress({ sent: offset, size: file.size });
  let begunAnew = 0;
  // What a break costs is the part that was under way: parts grow as long as the line holds.
  let size = part;
  while (offset < file.size) {
    const response = await ask(address, {
      method: "PATCH",
      headers: {
        "content-type": "application/offset+octet-stream",
        "upload-offset": String(offset),
      },
      body: file.slice(offset, offset + size),
    });
    if (response && response.status === 204) {
      tries = 0;
      offset = numberOf(response, "upload-offset");
      size = Math.max(part, Math.min(size * 2, LARGEST_PART));
    } else if (!response || response.status === 409) {
      // What came of it, the portal knows.
      const before = offset;
      size = part;
      offset = await place(address);
      if (offset > before) tries = 0;
    } else if (response.status === 404) {
      offset = null;
    } else {
      if (store) await store.delete(key);
      throw await refusal(response);
    }
    if (offset === null) {
      begunAnew += 1;
      if (begunAnew > 3) throw new UploadRefused(404, null);
      ({ address, offset } = await announce());
    }
    onprogress({ sent: offset, size: file.size });
  }
  if (store) await store.delete(key);
  return address;
}
