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

function offer(item) {
  const line = document.createElement("div");
  line.className = "choice";
  line.dataset.found = "";
  line.setAttribute("role", "option");
  line.setAttribute("aria-selected", "false");
  line.dataset.name = item.name;
  line.append(words(item));
  return line;
}

// A field that takes one name: arrows go through what is offered, Enter and the pointer take it, Escape and whoever goes on
// leave it. Enter sends nothing from here: a name is half typed then, and the words below it are not written.
// https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
function combobox(field, list, ask) {
  let active;
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  list.setAttribute("role", "listbox");
  const [label] = field.labels;
  if (label) list.setAttribute("aria-label", label.textContent);
  const options = () => [...list.querySelectorAll("[data-name]")];
  const mark = (option) => {
    active?.setAttribute("aria-selected", "false");
    active = option;
    if (!active) {
      field.removeAttribute("aria-activedescendant");
      return;
    }
    active.setAttribute("aria-selected", "true");
    field.setAttribute("aria-activedescendant", active.id);
    active.scrollIntoView({ block: "nearest" });
  };
  const show = () => {
    mark();
    options().forEach((option, place) => {
      option.id = `${list.id}-${place}`;
    });
    for (const line of list.querySelectorAll(".outside")) {
      line.setAttribute("role", "option");
      line.setAttribute("aria-disabled", "true");
    }
    const isOpen = list.children.length > 0;
    list.hidden = !isOpen;
    field.setAttribute("aria-expanded", String(isOpen));
    // A bar that stays in place hides nothing of what is offered.
    if (isOpen) list.scrollIntoView({ block: "nearest" });
  };
  const close = () => {
    list.replaceChildren();
    show();
  };
  const take = (option) => {
    field.value = option.dataset.name;
    close();
    // What keeps drafts learns of it; nothing is looked up for it.
    field.dispatchEvent(new CustomEvent("input", { bubbles: true, detail: "taken" }));
  };
  const step = (by) => {
    const all = options();
    if (all.length === 0) {
      ask();
      return;
    }
    const at = all.indexOf(active);
    mark(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length]);
  };
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "ArrowDown") step(1);
    else if (event.key === "ArrowUp") step(-1);
    else if (event.key === "Enter") {
      if (active) take(active);
    } else if (event.key === "Escape" && list.children.length > 0) {
      event.stopPropagation();
      close();
    } else return;
    event.preventDefault();
  });
  // Whoever presses on a name stays in the field until it is taken.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[data-name]");
    if (option) take(option);
  });
  field.addEventListener("blur", close);
  show();
  return show;
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
  let isHere = true;
  const ask = async () => {
    const typed = field.value.trim();
    const mine = ++asked;
    if (typed.length < 2) {
      clear(list);
      show?.();
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
    if (mine !== asked || !isHere) return;
    clear(list);
    const taken = new Set([...list.querySelectorAll("input")].map((input) => input.value));
    const lines = found.items
      .filter((item) => !taken.has(item.code))
      .map((item) => {
        if (item.outside) return outside(item);
        return name ? choice(name, item) : offer(item);
      });
    list.prepend(...lines);
    const frame = list.closest("[data-frame]");
    if (frame) frame.hidden = list.children.length === 0;
    show?.();
    said.textContent = found.said;
  };
  const show = name ? undefined : combobox(field, list, ask);
  field.addEventListener("input", (event) => {
    clearTimeout(waiting);
    asked++;
    if (event.detail === "taken") said.textContent = "";
    else waiting = setTimeout(ask, PAUSE);
  });
  if (show) {
    // Whoever went on is offered nothing any more, however late it comes.
    field.addEventListener("blur", () => {
      isHere = false;
    });
    field.addEventListener("focus", () => {
      isHere = true;
    });
  }
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
