#!/usr/bin/env bash
# Guess: words typed and not yet sent come back with Back and with a reload, in every browser, or in none when the page
# is no-store.
# Instead: with no-store Firefox gives nothing back, after Back or a reload, and Chromium gives them back after Back alone;
# with no-cache Firefox gives them back after both, and Chromium still forgets them at a reload.
# Who meets it: people who follow a link in the middle of a complaint, or reload on a slow line. Words that matter must be
# kept by the portal itself, while they are typed or at each step; no header makes browsers agree.
. "$(dirname "$0")/lib.sh"
debian firefox-esr chromium
npm_packages puppeteer-core@24.43.1
cat >"$place/try.mjs" <<'P'
import http from "node:http";
import puppeteer from "puppeteer-core";

const server = http.createServer((request, response) => {
  const url = new URL(request.url, "http://localhost");
  response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Cache-Control": url.searchParams.get("cache") ?? "no-store" });
  response.end(url.pathname !== "/form" ? "<!doctype html><title>next</title><p>next" :
    '<!doctype html><title>form</title><form method="post" action="/save"><textarea name="text" id="text"></textarea></form>');
}).listen(0, "127.0.0.1");
await new Promise((ready) => server.on("listening", ready));
const base = `http://localhost:${server.address().port}`;
const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

const [name, executablePath] = process.argv.slice(2);
const browser = await puppeteer.launch({
  browser: name, executablePath, headless: true, args: name === "chrome" ? ["--no-sandbox", "--disable-gpu"] : [] });
try {
  for (const cache of ["no-store", "no-cache"])
    for (const way of ["Back", "reload"]) {
      const page = await browser.newPage();
      await page.goto(`${base}/form?cache=${cache}`);
      await page.type("#text", "words");
      if (way === "reload") await page.reload();
      else {
        await page.goto(`${base}/next`);
        await page.evaluate(() => { history.back(); }).catch(() => {});
      }
      // The page is the form again, fresh or as it was left; what is put back is put back soon after.
      while (!(await page.evaluate(() => document.readyState === "complete" && document.getElementById("text") !== null).catch(() => false)))
        await pause(100);
      await pause(500);
      const words = await page.evaluate(() => document.getElementById("text").value);
      console.log(`${name === "chrome" ? "Chromium" : "Firefox"}, ${cache}, ${way}:`, words || "nothing");
      await page.close();
    }
} finally {
  await browser.close();
  server.close();
}
P
for browser in firefox:firefox-esr chrome:chromium; do
  HOME="$place" node "$place/try.mjs" "${browser%:*}" "$(command -v "${browser#*:}")" 2>"$place/errors" || { tail -5 "$place/errors" >&2; exit 2; }
done >"$place/seen"
expect <<'S'
Firefox, no-store, Back: nothing
Firefox, no-store, reload: nothing
Firefox, no-cache, Back: words
Firefox, no-cache, reload: words
Chromium, no-store, Back: words
Chromium, no-store, reload: nothing
Chromium, no-cache, Back: words
Chromium, no-cache, reload: nothing
S
