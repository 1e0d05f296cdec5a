// The part of the service worker that messages come to: shows that there is news, leads to the portal, and tells the portal
// when the browser got another address. It is loaded by the worker of the app, as a module or by importScripts.

(() => {
  const words = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-")
      .replace(/\//g, "_")
      .replace(/=+$/, "");

  // Only places of this portal are opened, whatever a message says.
  const inside = (address) => {
    try {
      const url = new URL(address, self.location.origin);
      return url.origin === self.location.origin ? url.href : self.location.origin;
    } catch {
      return self.location.origin;
    }
  };

  const read = (data) => {
    try {
      return data ? data.json() : {};
    } catch {
      return {};
    }
  };

  self.addEventListener("push", (event) => {
    const said = read(event.data);
    // A browser that shows nothing for a message ends the subscription: so something is shown whatever came.
    event.waitUntil(
      self.registration.showNotification(String(said.title || "Chikaya"), {
        body: String(said.body || ""),
        lang: said.language || "",
        dir: said.direction === "rtl" ? "rtl" : "ltr",
        tag: "news",
        renotify: true,
        data: { url: inside(said.url || "/") },
      }),
    );
  });

  self.addEventListener("notificationclick", (event) => {
    event.notification.close();
    const url = inside((event.notification.data && event.notification.data.url) || "/");
    event.waitUntil(
      (async () => {
        const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
        const there = open.find((client) => client.url === url);
        if (there) return there.focus();
        return self.clients.openWindow(url);
      })(),
    );
  });

  self.addEventListener("pushsubscriptionchange", (event) => {
    const old = event.oldSubscription;
    if (!old) return;
    event.waitUntil(
      (async () => {
        const fresh =
          event.newSubscription || (await self.registration.pushManager.subscribe(old.options));
        const told = (subscription) => ({
          endpoint: subscription.endpoint,
          public_key: words(subscription.getKey("p256dh")),
          auth_secret: words(subscription.getKey("auth")),
        });
        await fetch("/api/v1/push/moved", {
          method: "POST",
          headers: { "content-type": "application/json" },
          credentials: "omit",
          body: JSON.stringify({ old: told(old), new: told(fresh) }),
        });
      })(),
    );
  });
})();
