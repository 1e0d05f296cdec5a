// A file in parts, by the tus protocol 1.0: whoever loses the line, the power or the page goes on where it broke off. Used by
// the app; nothing of the page is touched here.
//
// upload(file, { url, fetch, store, signal, onprogress }) sends a File or Blob and answers its address at the
// portal. `url` is where files of a draft are announced. `store` remembers addresses across visits: get, set and delete, each
// of which may answer a promise. `onprogress({ sent, size })` is told what the portal has kept. A file that the portal does
// not take ends in an UploadRefused, with the key of the sentence that says why; being offline does not end it, but `signal`.

const VERSION = "1.0.0";

// Little enough that a bad line carries it, much enough that asking costs little.
const PART = 256 * 1024;

// Waits in milliseconds after tries in vain: each twice as long, none longer than half a minute.
const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;

export class UploadRefused extends Error {
  constructor(status, error) {
    super(error || `status ${status}`);
    this.name = "UploadRefused";
    this.status = status;
    this.error = error || null;
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
const PATIENCE = 90_000;

const within = (milliseconds, signal) => {
  const late = AbortSignal.timeout(milliseconds);
  return signal ? AbortSignal.any([signal, late]) : late;
};

// Answers that say that the same may be tried again: the portal is busy, or something on the way is.
const isPassing = (status) =>
  status === 408 || status === 423 || status === 425 || status === 429 || status >= 500;

async function refusal(response) {
  let error = null;
  try {
    const told = await response.json();
    error = (told.errors && told.errors[0] && told.errors[0].error) || told.type || null;
  } catch {
    // No words came along.
  }
  return new UploadRefused(response.status, error);
}

const number = (response, head) => {
  const value = Number.parseInt(response.headers.get(head) || "", 10);
  return Number.isSafeInteger(value) && value >= 0 ? value : null;
};

export async function upload(file, options) {
  const { url, store = null, signal = undefined, onprogress = () => {}, part = PART, patience = PATIENCE } = options;
  const send = options.fetch || globalThis.fetch.bind(globalThis);
  const pause = options.rest || rest;
  const key = nameOf(file, url);
  let tries = 0;

  // One request, or null when it shall be tried again after a while.
  const ask = async (address, init) => {
    let response;
    try {
      response = await send(address, {
        ...init,
        credentials: "omit",
        cache: "no-store",
        headers: { "tus-resumable": VERSION, ...init.headers },
        signal: within(patience, signal),
      });
    } catch (error) {
      if (signal && signal.aborted) throw error;
      response = null;
    }
    // A network that says yes to everything answers with a page of its own; what stands before the portal may find it large.
    const isOurs = response && response.headers.get("tus-resumable") === VERSION;
    if (response && (isOurs ? !isPassing(response.status) : response.status === 413)) {
      return response;
    }
    const asked = response ? (number(response, "retry-after") || 0) * 1000 : 0;
    const growing = Math.min(FIRST_WAIT * 2 ** tries, LONGEST_WAIT);
    tries += 1;
    // Not all at the same moment, when a line comes back for many.
    await pause(Math.max(asked, growing * (0.75 + Math.random() / 2)), signal);
    return null;
  };

  const announce = async () => {
    for (;;) {
      const response = await ask(url, {
        method: "POST",
        headers: {
          "upload-length": String(file.size),
          "upload-metadata": `filename ${base64(file.name || "file")}`,
        },
      });
      if (!response) continue;
      const place = response.headers.get("location");
      if (response.status !== 201 || !place) throw await refusal(response);
      const address = new URL(place, new URL(url, globalThis.location ? location.href : undefined)).href;
      if (store) await store.set(key, address);
      return address;
    }
  };

  // Where the next part begins; null when the portal knows nothing of the file any more.
  const place = async (address) => {
    for (;;) {
      const response = await ask(address, { method: "HEAD" });
      if (!response) continue;
      if (response.status === 404 || response.status === 410) return null;
      // A HEAD has no words: they are asked for.
      if (!response.ok) throw await refusal(await send(address, { headers: { "tus-resumable": VERSION }, signal }));
      return number(response, "upload-offset");
    }
  };

  let address = store ? await store.get(key) : null;
  let offset = 0;
  if (address) {
    offset = await place(address);
    if (offset === null) address = null;
  }
  if (!address) {
    address = await announce();
    offset = 0;
  }
  onprogress({ sent: offset, size: file.size });
  let begunAnew = 0;
  while (offset < file.size) {
    const response = await ask(address, {
      method: "PATCH",
      headers: {
        "content-type": "application/offset+octet-stream",
        "upload-offset": String(offset),
      },
      body: file.slice(offset, offset + part),
    });
    if (response && response.status === 204) {
      tries = 0;
      offset = number(response, "upload-offset");
    } else if (!response || response.status === 409) {
      // What came of it, the portal knows.
      const before = offset;
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
      address = await announce();
      offset = 0;
    }
    onprogress({ sent: offset, size: file.size });
  }
  if (store) await store.delete(key);
  return address;
}
