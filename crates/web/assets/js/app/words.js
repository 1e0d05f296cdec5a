// The words of the page's language, as the portal wrote them into the page.

const said = new Map();
for (const word of document.querySelectorAll("[data-word]")) said.set(word.dataset.word, word.textContent);

// A sentence by its name, with what stands in braces filled in.
export function say(name, values = {}) {
  const sentence = said.get(name) ?? "";
  return sentence.replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);
}

export const language = document.documentElement.lang;

// A name among words of another script must not disturb them.
export const apart = (text) => `\u2068${text}\u2069`;

// What is wrong, in words, with the name of the file it is said of.
export function wrong({ message, error, file }, files) {
  const known = { gone: "photo-broken", "too-large": "too-large" }[error] ?? "general";
  const plain = message ?? say(known);
  const named = files.find((each) => each.id === file)?.name;
  return named ? `${apart(named)} : ${plain}` : plain;
}

// An element with attributes and children.
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "class") made.className = value;
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

// Bytes as people read them: the browser knows the units of every language but one, which reads as the French do.
export function bytes(count) {
  const isLarge = count >= 1e6;
  const unit = isLarge ? "megabyte" : "kilobyte";
  const number = Math.max(isLarge ? Math.round(count / 1e5) / 10 : Math.ceil(count / 1e3), 0.1);
  const tongue = language === "ar" ? "ar-MA" : language === "zgh" ? "fr" : language;
  return new Intl.NumberFormat(tongue, { style: "unit", unit, unitDisplay: "short" }).format(number);
}
