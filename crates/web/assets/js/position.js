// The person's own position, written into the field of coordinates when they ask for it: never before, and sent only
// with the form. The button shows itself where the browser can tell a position; the field works without it.

// About a metre: telephones are no more exact than that.
const DECIMALS = 5;

const OPTIONS = { enableHighAccuracy: true, timeout: 30000, maximumAge: 60000 };

function offer(button) {
  const field = document.getElementById(button.dataset.position);
  const said = document.getElementById(`${button.dataset.position}-said`);
  if (!field || !said) return;
  const tell = (sentence) => {
    button.disabled = false;
    said.textContent = sentence;
  };
  const write = ({ coords }) => {
    field.value = `${coords.latitude.toFixed(DECIMALS)}, ${coords.longitude.toFixed(DECIMALS)}`;
    tell(button.dataset.done);
    field.focus();
  };
  button.addEventListener("click", () => {
    button.disabled = true;
    said.textContent = button.dataset.waiting;
    navigator.geolocation.getCurrentPosition(write, () => tell(button.dataset.failed), OPTIONS);
  });
  button.hidden = false;
}

// Browsers tell a position to secure pages alone.
if (window.isSecureContext && navigator.geolocation) {
  document.querySelectorAll("button[data-position]").forEach(offer);
}
