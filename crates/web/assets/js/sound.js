// The speed at which a sound is played. Without this module the browser's own player is there, at one speed.

for (const speeds of document.querySelectorAll("[data-speeds]")) {
  const audio = speeds.parentElement.querySelector("audio");
  if (!audio) continue;
  speeds.hidden = false;
  speeds.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-speed]");
    if (!button) return;
    audio.playbackRate = Number(button.dataset.speed);
    for (const other of speeds.querySelectorAll("[data-speed]")) {
      other.setAttribute("aria-pressed", String(other === button));
    }
  });
}
