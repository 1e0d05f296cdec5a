// The worker: keeps the shell of one version, answers where there is no network, and sends what waits. What it is told by
// the portal is BUILD: the version, what every telephone keeps, what belongs to a language, scripts of other parts.

const SHELL = `shell-${BUILD.version}`;
const LISTS_KEPT = "lists";
const CASES_KEPT = "cases";
// Milliseconds for a page, where there may be a network that carries nothing.
const PATIENCE = 10000;

// Fetches what is not kept yet. A page of another version than this worker's is none of its: the next look finds both new.
async function fill(paths) {
  const cache = await caches.open(SHELL);
  await Promise.all(
    paths.map(async (path) => {
      if (await cache.match(path)) return;
      const isAsset = path.startsWith("/assets/");
      const answer = (isAsset && (await caches.match(path))) || (await fetch(path, isAsset ? {} : { cache: "reload", credentials: "omit" }));
      if (!answer.ok || (!isAsset && answer.headers.get("chikaya-build") !== BUILD.version)) throw new Error(`${path} is not of this version`);
      await cache.put(path, answer);
    }),
  );
}

// Lists older than this are asked for anew even where data are to be spared, in milliseconds.
const OLD = 7 * 24 * 3600 * 1000;

// Lists come from what is kept, and are asked for anew beside that.
async function listsOf(path) {
  const cache = await caches.open(LISTS_KEPT);
  const kept = await cache.match(path);
  const age = Date.now() - Date.parse(kept?.headers.get("date"));
  if (kept && navigator.connection?.saveData && age >= 0 && age < OLD) return kept;
  const anew = fetch(path, { credentials: "omit" }).then(async (answer) => {
    if (answer.ok) await cache.put(path, answer.clone());
    return answer;
  });
  if (!kept) return anew;
  anew.catch(() => {});
  return kept;
}

async function want(language) {
  await fill(BUILD.own[language] ?? []);
  await listsOf(`/${language}${BUILD.lists}`);
}

async function tellReady() {
  for (const client of await self.clients.matchAll()) client.postMessage("ready");
}

self.addEventListener("install", (event) => event.waitUntil(fill(BUILD.common)));

self.addEventListener("activate", (event) => {
  const clean = async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith("shell-") && name !== SHELL) await caches.delete(name);
    }
    await self.clients.claim();
  };
  event.waitUntil(clean());
});

// Takes over where no page has a draft open; whoever asked is told whether it does.
async function takeOver(asker) {
  const take = (lock) => {
    asker?.postMessage(Boolean(lock));
    if (lock) self.skipWaiting();
  };
  if (!navigator.locks) take(true);
  else await navigator.locks.request("chikaya-draft", { ifAvailable: true }, take);
}

self.addEventListener("message", (event) => {
  const { data } = event;
  if (data === "update") event.waitUntil(takeOver(event.ports[0]));
  else if (data?.want) event.waitUntil(want(data.want).then(tellReady));
});

self.addEventListener("sync", (event) => {
  if (event.tag !== "send") return;
  const send = async () => {
    const next = await sendAll(new Store(), true);
    // The browser tries again by itself.
    if (next !== undefined) throw new Error("something waits still");
  };
  event.waitUntil(send());
});

async function inTime(request) {
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(), PATIENCE);
  try {
    return await fetch(request, { signal: ending.signal });
  } finally {
    clearTimeout(timer);
  }
}

// A page of the shell in a language, or in another one that is kept.
async function shellPage(language, page) {
  const cache = await caches.open(SHELL);
  for (const code of [language, ...Object.keys(BUILD.own)]) {
    const kept = await cache.match(`/${code}${page}`);
    if (kept) return kept;
  }
  return undefined;
}

// What is shown in place of a page that cannot be fetched.
async function instead(url) {
  const [, code, ...rest] = url.pathname.split("/");
  const language = code in BUILD.own ? code : Object.keys(BUILD.own)[0];
  const page = rest.join("/");
  if (page === "") return (await shellPage(language, "/app")) ?? Response.error();
  if (page === "file") return Response.redirect(`/${language}/app/file${url.search}`);
  const kept = await (await caches.open(CASES_KEPT)).match(url.pathname);
  return kept ?? (await shellPage(language, "/app/offline")) ?? Response.error();
}

async function page(request, url) {
  const [, code, ...rest] = url.pathname.split("/");
  if (code in BUILD.own && rest[0] === "app") {
    const cache = await caches.open(SHELL);
    const kept = await cache.match(url.pathname);
    if (kept) return kept;
  }
  try {
    return await inTime(request);
  } catch {
    return instead(url);
  }
}

// A picture that was shared with the application is put aside for the page that files.
async function share(request, url) {
  const form = await request.formData();
  const photos = form.getAll("photos").filter((each) => typeof each !== "string");
  const files = await Promise.all(photos.map(async (photo) => ({ name: photo.name, type: photo.type, bytes: await photo.arrayBuffer() })));
  if (files.length > 0) await new Store().shared(files);
  return Response.redirect(url.pathname.replace(/share$/, "file?shared=yes"), 303);
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === "POST" && /^\/\w+\/app\/share$/.test(url.pathname)) event.respondWith(share(request, url));
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(page(request, url));
  else if (url.pathname.startsWith("/assets/")) event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
  else if (url.pathname.endsWith(BUILD.lists)) event.respondWith(listsOf(url.pathname));
});
