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
  const [unit, size] = count >= 1e9 ? ["gigabyte", 1e9] : count >= 1e6 ? ["megabyte", 1e6] : ["kilobyte", 1e3];
  const exact = count / size;
  // As exact as it helps: 1,4 and 37, and of kilobytes no parts.
  const number = size === 1e3 ? Math.max(Math.ceil(exact), 1) : exact < 10 ? Math.round(exact * 10) / 10 : Math.round(exact);
  const tongue = language === "ar" ? "ar-MA" : language === "zgh" ? "fr" : language;
  return new Intl.NumberFormat(tongue, { style: "unit", unit, unitDisplay: "short" }).format(number);
}
