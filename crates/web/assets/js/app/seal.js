// What lies on the telephone under a PIN: AES-GCM with a key that the PIN opens. Whoever forgets the PIN can delete what is
// there, and nobody can open it.

// Turns of PBKDF2: OWASP's figure for SHA-256 (2023).
const TURNS = 600000;
const SALT = 16;
const NONCE = 12;

const letters = new TextEncoder();
const words = new TextDecoder();

// A key from a PIN. It cannot be read out of the browser.
export async function keyOf(pin, salt) {
  const base = await crypto.subtle.importKey("raw", letters.encode(pin.normalize("NFKC")), "PBKDF2", false, ["deriveKey"]);
  return crypto.subtle.deriveKey({ name: "PBKDF2", hash: "SHA-256", salt, iterations: TURNS }, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

export const salt = () => crypto.getRandomValues(new Uint8Array(SALT));

// Bytes that the key alone opens.
export async function sealed(key, bytes) {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
  return { nonce, box: await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, key, bytes) };
}

// The bytes again; breaks off under another key.
export const opened = (key, { nonce, box }) => crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce }, key, box);

export const sealedWords = (key, value) => sealed(key, letters.encode(JSON.stringify(value)));

export const openedWords = async (key, box) => JSON.parse(words.decode(await opened(key, box)));
