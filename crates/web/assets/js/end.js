// Forgets what the pages put aside in this browser. Browsers do it by the header of the answer too, but only over HTTPS.

for (const kept of ["sessionStorage", "localStorage"]) {
  try {
    window[kept].clear();
  } catch {}
}

// What the application kept.
globalThis.caches?.keys().then((names) => names.forEach((name) => caches.delete(name)));
try {
  indexedDB.deleteDatabase("chikaya");
} catch {}
