// The network, as the engine asks for it: an answer with its status and what it says, or none in time.

export async function network(path, { key, language, json, seconds }) {
  const headers = { "idempotency-key": key, "accept-language": language, "content-type": "application/json" };
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(), seconds * 1000);
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers,
      body: JSON.stringify(json),
      credentials: "omit",
      redirect: "error",
      cache: "no-store",
      signal: ending.signal,
    });
    const text = await answer.text();
    let body;
    try {
      body = JSON.parse(text);
    } catch {}
    return { status: answer.status, retryAfter: Number(answer.headers.get("retry-after")), body };
  } finally {
    clearTimeout(timer);
  }
}

// A part of a file, as the protocol of parts asks for it.
export const carry = (address, request) => fetch(address, { ...request, redirect: "error" });
