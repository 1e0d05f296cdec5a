// Keeps the page of one's own case on the telephone when its owner asks for it, as it was seen last, to be read without a
// network. Shown where there is a worker that can answer with it.

const KEPT = "cases";

const button = document.querySelector("[data-keep-case]");

async function begin() {
  const cache = await caches.open(KEPT);
  const path = location.pathname;
  const said = document.getElementById("keep-case-said");
  const keep = async () => {
    const answer = await fetch(path);
    // Where the way to the case has closed meanwhile, the page that was seen stays.
    if (answer.ok && !answer.redirected) await cache.put(path, answer);
  };
  const stand = (isKept) => {
    button.textContent = isKept ? button.dataset.drop : button.dataset.keep;
    button.setAttribute("aria-pressed", String(isKept));
  };
  let isKept = Boolean(await cache.match(path));
  stand(isKept);
  button.hidden = false;
  if (isKept && navigator.onLine) keep().catch(() => {});
  button.addEventListener("click", async () => {
    try {
      if (isKept) await cache.delete(path);
      else await keep();
      isKept = Boolean(await cache.match(path));
      stand(isKept);
      said.textContent = isKept ? said.dataset.kept : said.dataset.dropped;
    } catch {
      said.textContent = said.dataset.failed;
    }
  });
}

if (button && globalThis.caches && navigator.serviceWorker?.controller) begin();
