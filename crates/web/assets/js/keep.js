// What is typed is kept at the portal while it is being typed, and stands in its fields again after a reload. Without
// this module the page's own ways out keep it. Before anything is at the portal (`data-keep="tab"`) the tab alone keeps
// it.

const PAUSE = 2000;
// An old telephone on a slow line sends a few lines each time: not more often than this.
const SPACE = 6000;
// Nobody waits longer for words on their way.
const LONGEST = 5000;

const place = (form) => `kept ${form.action}`;

// The mark of what the words were written over stands in the name of a field, as the portal reads it.
const mark = (form) => form.querySelector("input[name^='mark.']");

function words(form) {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") body.append(name, value);
  }
  return body;
}

// The browser keeps what was typed for the tab alone, until the page has come back: by a reload, or by any way if the
// portal did not take it.
function remember(form, isRefused) {
  const fields = [...words(form)].filter(([name]) => name !== "token" && !/^(mark|version)\./.test(name));
  try {
    sessionStorage.setItem(place(form), JSON.stringify({ fields, isRefused }));
  } catch {}
}

function forget(form) {
  try {
    sessionStorage.removeItem(place(form));
  } catch {}
}

// Puts what was remembered into its fields; says whether there was anything.
function recall(form) {
  let remembered;
  try {
    remembered = JSON.parse(sessionStorage.getItem(place(form)));
  } catch {}
  forget(form);
  const [way] = performance.getEntriesByType("navigation");
  if (!remembered || (way?.type !== "reload" && !remembered.isRefused)) return false;
  for (const [name, value] of remembered.fields) {
    for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (field.type === "radio" || field.type === "checkbox") field.checked = field.value === value;
      else if (field.type !== "hidden" && field.type !== "submit") field.value = value;
    }
  }
  return true;
}

function watch(form) {
  let waiting;
  let saving;
  let last = 0;
  let isLeft = false;
  let isChanged = false;
  let isTyped = false;
  let isStopped = false;
  let isRefused = false;
  const body = () => {
    const kept = words(form);
    kept.set("go", "keep");
    return kept;
  };
  const isHere = form.dataset.keep === "tab";
  const keep = () => {
    if (isHere || !isChanged || isLeft || isStopped || saving) return;
    saving = send().finally(() => {
      saving = undefined;
    });
  };
  const send = async () => {
    isChanged = false;
    last = Date.now();
    try {
      const answer = await fetch(form.action, { method: "POST", body: body(), redirect: "manual", signal: AbortSignal.timeout?.(LONGEST) });
      // Somebody wrote here meanwhile, or a door has closed: what is to be done then is said when the form is sent.
      isStopped = !answer.ok;
      isRefused = answer.status === 409;
      if (answer.ok) mark(form).name = `mark.${await answer.text()}`;
    } catch {
      // The line is down: the next words bring these along.
      isChanged = true;
    }
  };
  const typed = () => {
    isChanged = true;
    isTyped = true;
    clearTimeout(waiting);
    waiting = setTimeout(keep, Math.max(PAUSE, last + SPACE - Date.now()));
  };
  form.addEventListener("input", typed);
  form.addEventListener("submit", (event) => {
    if (saving) {
      // The form is sent over the words that are on their way, not beside them.
      event.preventDefault();
      const button = event.submitter;
      saving.finally(() => form.requestSubmit(button));
      return;
    }
    isLeft = true;
    forget(form);
  });
  // A telephone that turns to something else may never come back to this page.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") keep();
  });
  addEventListener("pagehide", () => {
    if (!isLeft && isTyped) remember(form, isRefused);
    if (!isHere && isChanged && !isLeft && !isStopped) navigator.sendBeacon(form.action, body());
  });
  // On the way back the browser may show the page as it was left, with the mark of words that were sent since: whatever
  // is typed there would be refused. The page is fetched anew; what is typed until it has come stands in it again.
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    isLeft = false;
    if (!isHere) location.reload();
  });
  if (recall(form)) typed();
}

document.querySelectorAll("form[data-keep]").forEach(watch);
