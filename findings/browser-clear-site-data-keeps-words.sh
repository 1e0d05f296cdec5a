#!/usr/bin/env bash
# Guess: an answer with Clear-Site-Data: "*" makes a browser forget everything of a site, so that Back shows nobody what
# was typed there on a shared computer.
# Instead: cookies, caches and storage go, and Back fetches the page anew; Chromium then writes into its form the words
# that were typed before, as it keeps them with the tab's history, which the header does not reach. Firefox gives nothing
# back. Where the name of a hidden field of the form is another one for another visitor (a cookie, which has gone), Chromium
# gives nothing back either.
# Who meets it: whoever files at a cyber café or on a borrowed telephone, and whoever sits down there next. What a form is
# written over must stand in the name of a control and change with the visitor's cookie.
. "$(dirname "$0")/lib.sh"
debian firefox-esr chromium
npm_packages puppeteer-core@24.43.1
cat >"$place/try.mjs" <<'P'
import http from "node:http";
import puppeteer from "puppeteer-core";

let visitors = 0;
const server = http.createServer((request, response) => {
  const url = new URL(request.url, "http://localhost");
  const headers = { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" };
  if (url.pathname === "/end") headers["Clear-Site-Data"] = '"*"';
  let visitor = /visitor=(\w+)/.exec(request.headers.cookie ?? "")?.[1];
  if (!visitor && url.pathname === "/form") {
    visitor = `v${++visitors}`;
    headers["Set-Cookie"] = `visitor=${visitor}; Path=/`;
  }
  const named = url.searchParams.has("named") ? `mark.${visitor}` : "mark";
  response.writeHead(200, headers);
  response.end(url.pathname !== "/form" ? "<!doctype html><title>next</title><p>next" :
    `<!doctype html><title>form</title><form method="post" action="/save"><input type="hidden" name="${named}" value="yes"><textarea name="text" id="text"></textarea></form>`);
}).listen(0, "127.0.0.1");
await new Promise((ready) => server.on("listening", ready));
const base = `http://localhost:${server.address().port}`;
const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

const [name, executablePath] = process.argv.slice(2);
const browser = await puppeteer.launch({
  browser: name, executablePath, headless: true, args: name === "chrome" ? ["--no-sandbox", "--disable-gpu"] : [] });
try {
  for (const kind of ["", "?named"]) {
    const page = await browser.newPage();
    await page.goto(`${base}/form${kind}`);
    await page.type("#text", "words");
    await page.goto(`${base}/next`);
    await page.goto(`${base}/end`);
    const cookies = (await page.cookies(base)).length;
    for (const path of ["/next", "/form"]) {
      await page.evaluate(() => { history.back(); }).catch(() => {});
      const isThere = (path) => document.readyState === "complete" && location.pathname === path;
      while (!(await page.evaluate(isThere, path).catch(() => false))) await pause(100);
    }
    await pause(500);
    const words = await page.evaluate(() => document.getElementById("text").value);
    console.log(`${name === "chrome" ? "Chromium" : "Firefox"}, ${kind ? "a field named for the visitor" : "fields named alike"}: ${cookies} cookies left,`, words || "nothing");
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
Firefox, fields named alike: 0 cookies left, nothing
Firefox, a field named for the visitor: 0 cookies left, nothing
Chromium, fields named alike: 0 cookies left, words
Chromium, a field named for the visitor: 0 cookies left, nothing
S
