// Places, subjects and bodies by name, as the portal told them last.
import { language } from "./words.js";

// The lists; none where the telephone has none yet and there is no network.
export async function lists() {
  try {
    const answer = await fetch(`/${language}/app/lists`);
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}

const choice = (value, name) => {
  const option = document.createElement("option");
  option.value = value;
  option.textContent = name;
  return option;
};

// Puts choices behind the first one, which stands for none.
function offer(select, choices) {
  select.replaceChildren(select.options[0]);
  for (const [code, name] of choices) select.append(choice(code, name));
  select.hidden = false;
}

const byName = (one, other) => one[1].localeCompare(other[1], language === "zgh" ? "fr" : language);

// Lists in lists: a choice in one fills the next. Answers how the chosen code is read and written.
export function places(all, selects, field) {
  const levels = [[...all.places].sort(byName)];
  const within = (at) => levels[at]?.find(([code]) => code === selects[at].value)?.[2];
  const fill = (at) => {
    for (let below = at; below < selects.length; below++) {
      levels[below] = below === 0 ? levels[0] : (within(below - 1) ?? []).slice().sort(byName);
      const choices = below === 0 ? [...levels[0], ...all.beyond] : levels[below];
      offer(selects[below], choices);
      selects[below].closest(".field").hidden = below > 0 && levels[below].length === 0;
    }
  };
  fill(0);
  selects.forEach((select, at) => {
    select.addEventListener("change", () => {
      fill(at + 1);
      field.value = selects.map((each) => each.value).filter(Boolean).at(-1) ?? "";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  });
  // The way from the largest place to one.
  const way = (code, list) => {
    for (const place of list) {
      if (place[0] === code) return [code];
      const inner = place[2] && way(code, place[2]);
      if (inner) return [place[0], ...inner];
    }
    return undefined;
  };
  return (code) => {
    field.value = code;
    const steps = way(code, [...all.places, ...all.beyond]) ?? [];
    selects.forEach((select, at) => {
      if (at > 0) fill(at);
      select.value = steps[at] ?? "";
    });
    fill(steps.length);
  };
}

// Subjects below the names of their sectors.
export function subjects(all, select) {
  select.replaceChildren(select.options[0]);
  for (const [, name, within] of all.sectors) {
    const group = document.createElement("optgroup");
    group.label = name;
    for (const [code, each] of within) group.append(choice(code, each));
    select.append(group);
  }
}

export function bodies(all, select) {
  const named = all.bodies.map(([code, name, acronym]) => [code, acronym ? `${name} (${acronym})` : name]);
  offer(select, named.sort(byName));
}
