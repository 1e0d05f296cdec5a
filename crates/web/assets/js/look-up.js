// Search as one types: places and administrations appear below the field while its name is being typed. Without
// this module the button beside the field does the same.

const PAUSE = 200;

function words(item) {
  const both = document.createElement("span");
  const title = document.createElement("b");
  title.textContent = item.name;
  const small = document.createElement("small");
  small.textContent = item.note;
  both.append(title, small);
  return both;
}

function choice(name, item) {
  const label = document.createElement("label");
  label.className = "choice";
  label.dataset.found = "";
  const input = document.createElement("input");
  input.type = "radio";
  input.name = name;
  input.value = item.code;
  label.append(input, words(item));
  return label;
}

// What receives nothing here is named and cannot be chosen.
function outside(item) {
  const line = document.createElement("p");
  line.className = "choice outside";
  line.dataset.found = "";
  line.append(words(item));
  return line;
}

function offer(field, list, item) {
  const line = document.createElement("button");
  line.type = "button";
  line.className = "choice";
  line.dataset.found = "";
  line.append(words(item));
  line.addEventListener("click", () => {
    field.value = item.name;
    list.replaceChildren();
    field.focus();
  });
  return line;
}

// What was found before goes away, but not what the person has chosen.
function clear(list) {
  for (const line of list.querySelectorAll("[data-found]")) {
    if (!line.querySelector("input:checked")) line.remove();
  }
}

function watch(field) {
  const name = field.dataset.choices;
  const list = document.getElementById(field.dataset.list);
  const said = document.getElementById(`${field.dataset.list}-said`);
  if (!list || !said) return;
  let waiting;
  let asked = 0;
  const ask = async () => {
    const typed = field.value.trim();
    const mine = ++asked;
    if (typed.length < 2) {
      clear(list);
      said.textContent = "";
      return;
    }
    let found;
    try {
      const address = new URL(field.dataset.lookUp, location);
      address.searchParams.set("q", typed);
      const answer = await fetch(address);
      if (!answer.ok) return;
      found = await answer.json();
    } catch {
      // The line is down: the button still works once it is back.
      return;
    }
    // A slow answer to an earlier question is none to this one.
    if (mine !== asked) return;
    clear(list);
    const taken = new Set([...list.querySelectorAll("input")].map((input) => input.value));
    const lines = found.items
      .filter((item) => !taken.has(item.code))
      .map((item) => {
        if (item.outside) return outside(item);
        return name ? choice(name, item) : offer(field, list, item);
      });
    list.prepend(...lines);
    const frame = list.closest("[data-frame]");
    if (frame) frame.hidden = list.children.length === 0;
    said.textContent = found.said;
  };
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  });
}

// In any other field of the form Enter goes on instead of searching again.
document.querySelectorAll("form[data-keep]").forEach((form) => {
  form.addEventListener("keydown", (event) => {
    const field = event.target;
    if (event.key !== "Enter" || event.isComposing || !field.matches("input:not([data-look-up])")) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector("button.big"));
  });
});

document.querySelectorAll("input[data-look-up]").forEach(watch);
