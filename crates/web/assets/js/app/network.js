// The network, as the engine asks for it: an answer with its status and what it says, or none in time.

export async function network(path, { key, language, json, bytes, name, seconds }) {
  const headers = { "idempotency-key": key, "accept-language": language };
  if (json) headers["content-type"] = "application/json";
  else {
    headers["content-type"] = "application/octet-stream";
    headers["chikaya-file-name"] = encodeURIComponent(name);
  }
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(), seconds * 1000);
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers,
      body: json ? JSON.stringify(json) : bytes,
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
