// The form that asks for the PIN where one was set.
import { say } from "./words.js";

// Resolves when what the telephone keeps can be read.
export async function unlocked(store) {
  const form = document.getElementById("unlock");
  if (!form || (await store.lock()) !== "closed") return;
  const field = form.querySelector("input");
  const error = form.querySelector(".error");
  const matter = document.getElementById("matter");
  form.hidden = false;
  if (matter) matter.hidden = true;
  field.focus();
  await new Promise((resolve) => {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (await store.unlock(field.value)) return resolve();
      error.hidden = false;
      error.querySelector("span").textContent = say("pin-wrong");
      field.setAttribute("aria-invalid", "true");
      field.value = "";
      field.focus();
    });
    const forget = form.querySelector("[data-forget]");
    forget.addEventListener("click", async () => {
      if (!forget.dataset.asked) {
        forget.dataset.asked = "yes";
        forget.textContent = say("pin-forgotten");
        return;
      }
      await store.clear();
      resolve();
    });
  });
  form.hidden = true;
  if (matter) matter.hidden = false;
}
