#!/usr/bin/env bash
# Guess: a page that listens to server-sent events lets go of its connection when it is left; at the latest, a page with an open
# stream is not kept for Back.
# Instead: Chromium keeps the page for Back with its stream open, even one that is no-store, and the server is told nothing.
# Over HTTP/1.1 a browser has six connections for one site: after six such pages no other page of the site comes for ten
# seconds each time. Firefox lets go.
# Who meets it: whoever goes from page to page in a room that is live: a call centre, a wall. A service worker with a time
# limit takes the site for unreachable. Streams are closed at `pagehide` and opened anew at a `pageshow` that is `persisted`.
. "$(dirname "$0")/lib.sh"
debian chromium firefox-esr
npm_packages puppeteer-core@24.43.1
cat >"$place/try.mjs" <<'P'
import http from "node:http";
import puppeteer from "puppeteer-core";

const open = new Set();
const server = http.createServer((request, response) => {
  const url = new URL(request.url, "http://localhost");
  if (url.pathname === "/live") {
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-cache" });
    response.write("data: now\n\n");
    open.add(response);
    response.on("close", () => open.delete(response));
    return;
  }
  const close = url.searchParams.has("closes") ? 'addEventListener("pagehide", () => stream.close());' : "";
  response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Cache-Control": url.searchParams.get("cache") });
  response.end(`<!doctype html><title>page</title><p>page<script>
    const stream = new EventSource("/live");
    stream.onmessage = () => { document.title = "told"; };
    ${close}</script>`);
}).listen(0, "127.0.0.1");
await new Promise((ready) => server.on("listening", ready));
const base = `http://localhost:${server.address().port}`;

const [name, executablePath] = process.argv.slice(2);
const label = name === "chrome" ? "Chromium" : "Firefox";
const browser = await puppeteer.launch({
  browser: name, executablePath, headless: true, args: name === "chrome" ? ["--no-sandbox", "--disable-gpu"] : [] });
try {
  for (const query of ["cache=no-cache", "cache=no-store", "cache=no-cache&closes"]) {
    const page = await browser.newPage();
    let came = 0;
    try {
      for (; came < 9; came += 1) {
        await page.goto(`${base}/?${query}&page=${came}`, { timeout: 5000 });
        await page.waitForFunction(() => document.title === "told", { timeout: 5000 });
      }
    } catch {}
    // What was let go of is told a moment later.
    await new Promise((resolve) => setTimeout(resolve, 500));
    console.log(`${label}, ${query}: ${came} of 9 pages came, ${open.size} streams open`);
    await page.close();
    const end = Date.now() + 20000;
    while (open.size > 0 && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 100));
    for (const stream of open) stream.destroy();
    open.clear();
  }
} finally {
  await browser.close();
  server.closeAllConnections();
  server.close();
}
P
for browser in chrome:chromium firefox:firefox-esr; do
  HOME="$place" node "$place/try.mjs" "${browser%:*}" "$(command -v "${browser#*:}")" 2>"$place/errors" || { tail -5 "$place/errors" >&2; exit 2; }
done >"$place/seen"
expect <<'S'
Chromium, cache=no-cache: 6 of 9 pages came, 6 streams open
Chromium, cache=no-store: 6 of 9 pages came, 6 streams open
Chromium, cache=no-cache&closes: 9 of 9 pages came, 1 streams open
Firefox, cache=no-cache: 9 of 9 pages came, 1 streams open
Firefox, cache=no-store: 9 of 9 pages came, 1 streams open
Firefox, cache=no-cache&closes: 9 of 9 pages came, 1 streams open
S
