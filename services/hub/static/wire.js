// One question to the hub, from a page (which sees how far an upload has come) or from the background (which does not).

const PATIENCE_MS = 60_000;

export class Refusal extends Error {
  constructor(code, facts, answered) {
    super(code);
    Object.assign(this, { code, facts: facts ?? {}, answered: Boolean(answered) });
  }
}

export class Unreachable extends Error {}

// Answers the JSON that came. Raises Refusal for the hub's no, Unreachable when there is no sensible answer.
export async function call(method, path, body, { token = "", progress = () => {} } = {}) {
  const headers = { "Content-Type": typeof body === "string" ? "application/json" : "application/octet-stream" };
  if (token) headers.Authorization = "Bearer " + token;
  const ask = globalThis.XMLHttpRequest ? byPage : inBackground;
  const [status, text] = await ask(method, path, body, headers, progress);
  const answer = read(text);
  if (status < 300 && answer) return answer;
  throw answer?.refused ? new Refusal(answer.refused, answer.facts) : new Unreachable();
}

function byPage(method, path, body, headers, progress) {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open(method, path);
    request.timeout = PATIENCE_MS;
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
    request.onerror = request.ontimeout = request.onabort = () => failed(new Unreachable());
    request.onload = () => done([request.status, request.responseText]);
    request.send(body);
  });
}

async function inBackground(method, path, body, headers) {
  try {
    const answer = await fetch(path, { method, body, headers, signal: AbortSignal.timeout(PATIENCE_MS) });
    return [answer.status, await answer.text()];
  } catch {
    throw new Unreachable();
  }
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
