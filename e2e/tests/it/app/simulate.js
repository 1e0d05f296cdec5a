// Seeded schedules against the sync engine: a network that comes and goes, tabs that are killed at any step, a portal that
// fails, forgets and asks for time, clocks that jump. Whatever the order: exactly one case for each filing, none lost.
(engine, seeds) => {
  class Kill extends Error {
    isKill = true;
  }

  // Mulberry32: small, and the same everywhere.
  const chance = (seed) => () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let word = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word;
    return ((word ^ (word >>> 14)) >>> 0) / 4294967296;
  };

  // The portal as docs/api.md tells it.
  class Portal {
    drafts = new Map();
    cases = [];

    answer(path, { key, json }) {
      const draft = this.drafts.get(key);
      const filed = (status) => ({ status, body: { state: "filed", receipt: draft.receipt } });
      if (draft?.receipt) return filed(path.endsWith("send") ? 201 : 200);
      if (path === "/api/v1/drafts") {
        this.drafts.set(key, { words: json, files: draft?.files ?? new Map(), uploads: draft?.uploads ?? new Map() });
        if (json.text === "") return { status: 422, body: { type: "invalid", errors: [{ field: "text", message: "empty" }] } };
        return { status: 200, body: { state: "open", files: draft?.files.size ?? 0 } };
      }
      if (draft?.isExpired) return { status: 410, body: { type: "expired" } };
      if (!draft) return { status: 404, body: { type: "not-found" } };
      if (json.files !== draft.files.size) return { status: 409, body: { type: "files-differ" } };
      draft.receipt = { reference: `CK-${this.cases.length}` };
      this.cases.push({ key, text: draft.words.text, files: [...draft.files] });
      return filed(201);
    }

    // Files in parts: announced under a name of the sender's own, gone on with where they broke off.
    part(method, address, heads, part) {
      const draft = this.drafts.get(heads["idempotency-key"]);
      const told = (status, more = {}) => new Response(null, { status, headers: { "tus-resumable": "1.0.0", ...more } });
      if (!draft) return told(404);
      if (draft.receipt || draft.isExpired) return told(410);
      const offset = (file) => ({ "upload-offset": String(file.came.length) });
      if (method === "POST") {
        const said = Object.fromEntries(heads["upload-metadata"].split(",").map((pair) => pair.split(" ")));
        const id = atob(said.id);
        if (!draft.uploads.has(id)) {
          if (draft.files.size >= 10 || draft.uploads.size >= 15) return new Response('{"errors":[{"error":"too-many"}]}', { status: 422, headers: { "tus-resumable": "1.0.0" } });
          draft.uploads.set(id, { name: atob(said.filename), size: Number(heads["upload-length"]), came: "" });
        }
        return told(201, { location: `/uploads/${id}`, ...offset(draft.uploads.get(id)) });
      }
      const file = draft.uploads.get(address.split("/").at(-1));
      if (!file) return told(404);
      if (method === "HEAD") return told(200, offset(file));
      if (Number(heads["upload-offset"]) !== file.came.length) return told(409, offset(file));
      file.came += part;
      if (file.came.length === file.size) draft.files.set(file.name, file.came);
      return told(204, offset(file));
    }

    // What is not sent is forgotten in time.
    forget(random) {
      for (const [key, draft] of this.drafts) {
        if (draft.receipt) continue;
        if (random() < 0.5) draft.isExpired = true;
        else this.drafts.delete(key);
      }
    }
  }

  async function run(seed) {
    const random = chance(seed);
    const portal = new Portal();
    const filings = new Map();
    const contents = new Map();
    const copy = (value) => JSON.parse(JSON.stringify(value));
    let now = 1_700_000_000_000;
    let rough = 1;
    let keys = 0;
    const draw = () => `key-${seed}-${keys++}`;
    const perhapsKilled = () => {
      if (random() < 0.06 * rough) throw new Kill();
    };
    const locked = new Set();
    const ports = {
      random,
      clock: { now: () => now },
      alone: async (id, act) => {
        if (locked.has(id)) return;
        locked.add(id);
        try {
          await act();
        } finally {
          locked.delete(id);
        }
      },
      store: {
        list: async () => [...filings.values()].map(copy),
        get: async (id) => filings.has(id) && copy(filings.get(id)),
        put: async (filing) => {
          perhapsKilled();
          if (random() < 0.03 * rough) throw new Error("QuotaExceededError");
          filings.set(filing.id, copy(filing));
          perhapsKilled();
        },
        bytes: async (id) => contents.get(id),
        drop: async (id) => {
          perhapsKilled();
          contents.delete(id);
        },
      },
      network: async (path, request) => {
        perhapsKilled();
        const luck = random();
        const bad = (share) => luck < share * rough;
        // No network; one that says yes with a page of its own; a portal that asks for time or breaks.
        if (bad(0.2)) throw new TypeError("offline");
        if (bad(0.26)) return { status: 200, body: undefined };
        if (bad(0.32)) return { status: 200, body: { hello: "please sign in" } };
        if (bad(0.38)) return { status: [429, 500, 502, 503][Math.floor(random() * 4)], retryAfter: Math.floor(random() * 100), body: { type: "unavailable" } };
        if (bad(0.42)) return { status: 403, body: undefined };
        if (bad(0.44)) portal.forget(random);
        const answer = portal.answer(path, copy(request));
        perhapsKilled();
        // It was heard, and its answer was lost.
        if (random() < 0.2 * rough) throw new TypeError("timeout");
        return answer;
      },
    };
    // A part of a file is four signs here, and may break off in its middle.
    ports.rest = async (milliseconds) => {
      now += milliseconds;
    };
    ports.carry = async (address, { method, headers, body }) => {
      perhapsKilled();
      const luck = random();
      const bad = (share) => luck < share * rough;
      if (bad(0.15)) throw new TypeError("offline");
      if (bad(0.2)) return new Response("please sign in", { status: 200 });
      if (bad(0.25)) return new Response(null, { status: [429, 500, 502, 503][Math.floor(random() * 4)], headers: { "retry-after": "7" } });
      if (bad(0.27)) portal.forget(random);
      const whole = body ? await body.text() : "";
      const part = whole && random() < 0.2 * rough ? whole.slice(0, Math.ceil(whole.length / 2)) : whole;
      const answer = portal.part(method, new URL(address, location.href).pathname, headers, part);
      perhapsKilled();
      if (part !== whole || random() < 0.15 * rough) throw new TypeError("broken off");
      return answer;
    };
    const count = 1 + Math.floor(random() * 3);
    for (let number = 0; number < count; number++) {
      const filing = engine.begun(`filing-${number}`, draw(), "fr", now);
      filing.typed = { text: `what happened ${number}` };
      filing.files = Array.from({ length: Math.floor(random() * 3) }, (_, at) => ({ id: `${number}-${at}`, name: `photo-${at + 1}.jpg` }));
      for (const file of filing.files) contents.set(file.id, `bytes of ${file.id}`);
      filings.set(filing.id, copy(engine.queued(filing, now)));
    }
    const wanted = [...filings.values()].map((filing) => [filing.typed.text, filing.files.length]);
    const waits = () => [...filings.values()].some((filing) => filing.state !== engine.SENT);
    for (let step = 0; step < 400 && waits(); step++) {
      // In the end the network is good and the telephone rests.
      if (step === 60) rough = 0;
      now += Math.floor(random() * 600_000);
      if (random() < 0.1 * rough) now += (random() < 0.5 ? -1 : 1) * 86_400_000;
      // Sometimes two tabs at once, where a browser has no locks.
      const tabs = random() < 0.2 ? 2 : 1;
      if (random() < 0.1 * rough) ports.alone = async (id, act) => act();
      await Promise.all(
        Array.from({ length: tabs }, () =>
          engine.round(ports, random() < 0.5).catch((error) => {
            if (!error.isKill && error.message !== "QuotaExceededError") throw error;
            locked.clear();
          }),
        ),
      );
    }
    for (const one of portal.cases) for (const [name, bytes] of one.files) if (!/^bytes of \d-\d$/.test(bytes)) return `seed ${seed}: ${name} is ${bytes}`;
    const found = portal.cases.map(({ text, files }) => [text, files.length]);
    const sorted = (list) => JSON.stringify([...list].sort());
    if (sorted(found) !== sorted(wanted)) return `seed ${seed}: ${sorted(found)} in place of ${sorted(wanted)}`;
    for (const filing of filings.values()) {
      const own = portal.cases.some((one) => portal.drafts.get(one.key).receipt.reference === filing.receipt?.reference);
      if (filing.state !== engine.SENT || !own) return `seed ${seed}: ${filing.id} is ${filing.state}`;
    }
    return undefined;
  }

  return (async () => {
    const wrong = [];
    for (let seed = 1; seed <= seeds; seed++) {
      const found = await run(seed);
      if (found) wrong.push(found);
    }
    return wrong;
  })();
}
