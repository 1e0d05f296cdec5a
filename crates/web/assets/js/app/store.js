// What the telephone keeps: filings, bytes of their files, and what the PIN needs. In IndexedDB, which a killed browser does
// not lose, unlike localStorage.
import { keyOf, opened, openedWords, salt, sealed, sealedWords } from "./seal.js";

const NAME = "chikaya";
const FILINGS = "filings";
const BYTES = "bytes";
const META = "meta";

// What stays readable of a filing under a PIN: whether and when it is to be sent, nothing of what it says.
const bare = ({ id, state, notBefore, changed, why }) => ({ id, state, notBefore, changed, why });

const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

function connect() {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => {
    const base = request.result;
    base.createObjectStore(FILINGS, { keyPath: "id" });
    base.createObjectStore(BYTES);
    base.createObjectStore(META);
  };
  return done(request);
}

// The store of this page or worker. The key of the PIN is held here alone, as long as the page stands.
export class Store {
  #base;
  #key;

  async #in(name, mode, act) {
    this.#base ??= connect();
    const base = await this.#base;
    const doing = base.transaction(name, mode, { durability: mode === "readwrite" ? "strict" : "default" });
    const result = await act(doing.objectStore(name));
    // Written is what the transaction has written: a full disk says so at its end.
    if (mode === "readwrite") {
      await new Promise((resolve, reject) => {
        doing.oncomplete = resolve;
        doing.onabort = () => reject(doing.error);
        doing.onerror = () => reject(doing.error);
      });
    }
    return result;
  }

  #pin() {
    return this.#in(META, "readonly", (meta) => done(meta.get("pin")));
  }

  // "none", "open" or "closed".
  async lock() {
    if (!(await this.#pin())) return "none";
    return this.#key ? "open" : "closed";
  }

  // Opens with a PIN; answers whether it was the right one.
  async unlock(pin) {
    const kept = await this.#pin();
    if (!kept) return true;
    const key = await keyOf(pin, kept.salt);
    try {
      await openedWords(key, kept.check);
    } catch {
      return false;
    }
    this.#key = key;
    return true;
  }

  // Puts everything under a PIN.
  async protect(pin) {
    const all = await this.list();
    const own = salt();
    const key = await keyOf(pin, own);
    const bytes = new Map();
    for (const filing of all) for (const file of filing.files) bytes.set(file.id, await this.bytes(file.id));
    this.#key = key;
    const check = await sealedWords(key, "chikaya");
    await this.#in(META, "readwrite", (meta) => done(meta.put({ salt: own, check }, "pin")));
    for (const [id, each] of bytes) if (each) await this.keep(id, each);
    for (const filing of all) await this.put(filing);
  }

  // Takes everything out from under the PIN.
  async unprotect() {
    const all = await this.list();
    const bytes = new Map();
    for (const filing of all) for (const file of filing.files) bytes.set(file.id, await this.bytes(file.id));
    this.#key = undefined;
    for (const [id, each] of bytes) if (each) await this.#raw(id, each);
    for (const filing of all) await this.#in(FILINGS, "readwrite", (filings) => done(filings.put(filing)));
    await this.#in(META, "readwrite", (meta) => done(meta.delete("pin")));
  }

  // Deletes everything: what is left to do where the PIN is forgotten.
  async clear() {
    for (const name of [FILINGS, BYTES, META]) await this.#in(name, "readwrite", (kept) => done(kept.clear()));
    this.#key = undefined;
  }

  async #read(kept) {
    if (!kept?.box) return kept;
    if (!this.#key) return { ...bare(kept), files: [], isSealed: true };
    return openedWords(this.#key, kept.box);
  }

  // All filings, those that were changed last first.
  async list() {
    const all = await this.#in(FILINGS, "readonly", (filings) => done(filings.getAll()));
    const read = await Promise.all(all.map((kept) => this.#read(kept)));
    return read.sort((one, other) => other.changed - one.changed);
  }

  async get(id) {
    return this.#read(await this.#in(FILINGS, "readonly", (filings) => done(filings.get(id))));
  }

  async put(filing) {
    const state = await this.lock();
    if (state === "closed") throw new Error("closed");
    const kept = state === "open" ? { ...bare(filing), box: await sealedWords(this.#key, filing) } : filing;
    await this.#in(FILINGS, "readwrite", (filings) => done(filings.put(kept)));
  }

  async remove(filing) {
    for (const file of filing.files) await this.drop(file.id);
    await this.#in(FILINGS, "readwrite", (filings) => done(filings.delete(filing.id)));
  }

  #raw(id, kept) {
    return this.#in(BYTES, "readwrite", (bytes) => done(bytes.put(kept, id)));
  }

  // Keeps the bytes of a file: an ArrayBuffer, which every browser can keep.
  async keep(id, bytes) {
    const state = await this.lock();
    if (state === "closed") throw new Error("closed");
    await this.#raw(id, state === "open" ? await sealed(this.#key, bytes) : bytes);
  }

  async bytes(id) {
    const kept = await this.#in(BYTES, "readonly", (bytes) => done(bytes.get(id)));
    return kept?.box && this.#key ? opened(this.#key, kept) : kept;
  }

  async drop(id) {
    await this.#in(BYTES, "readwrite", (bytes) => done(bytes.delete(id)));
  }

  // Pictures that were shared with the application and stand in no filing yet.
  async shared(files) {
    if (files) return this.#in(META, "readwrite", (meta) => done(meta.put(files, "shared")));
    const kept = await this.#in(META, "readonly", (meta) => done(meta.get("shared")));
    if (kept) await this.#in(META, "readwrite", (meta) => done(meta.delete("shared")));
    return kept;
  }
}
