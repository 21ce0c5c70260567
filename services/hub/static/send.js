// One operation with its photos, sent to the hub. The same id each time: it counts once however often it is sent.

import { clock, newId, nextTurn, phoneDevice, turnTaken, unnamedDevice } from "./ids.js";
import { keep, letGo } from "./kept.js";

const PATIENCE_MS = 60_000;
const MOST_TURNS = 4;
const UNDER_WAY = new Map();

export class Refusal extends Error {
  constructor(code, facts, answered) {
    super(code);
    Object.assign(this, { code, facts: facts ?? {}, answered: Boolean(answered) });
  }
}

export class Unreachable extends Error {}

// An operation born now. With a label it goes without a name; else it goes for the person signed in.
export function born(kind, args, { person = "", label = "", photos = [], place = "", about = "" } = {}) {
  const named = !label;
  const { wall, mono, boot } = clock();
  return {
    id: newId(), kind, args, person: named ? person : "", label, photos, hashes: [], place, about,
    device: named ? phoneDevice() : unnamedDevice(), n: named ? 0 : 1,
    made_at: wall, mono, boot, tried: false, stuck: null,
  };
}

// Answers the number that the hub gave ("" where it gives none). Raises Refusal or Unreachable; either way the
// operation stays kept until it is accepted.
export function deliver(item, progress = () => {}) {
  const { id } = item;
  if (!UNDER_WAY.has(id)) {
    UNDER_WAY.set(id, delivered(item, progress).finally(() => UNDER_WAY.delete(id)));
  }
  return UNDER_WAY.get(id);
}

async function delivered(item, progress) {
  item.stuck = null;
  try {
    const token = item.label ? (await call("/api/visit", JSON.stringify({ label: item.label }))).token : "";
    for (let place = item.hashes.length; place < item.photos.length; place++) {
      const part = (done) => progress((place + done) / item.photos.length);
      item.hashes.push((await call("/api/blobs/photo", item.photos[place], { token, progress: part })).sha256);
    }
    const number = await answered(item, token);
    await letGo(item.id);
    return number;
  } catch (fault) {
    if (fault instanceof Refusal) await stuck(item, fault);
    throw fault;
  }
}

async function stuck(item, refusal) {
  if (refusal.code === "blob_missing") item.hashes = [];
  item.stuck = { code: refusal.code, facts: refusal.facts };
  if (refusal.answered) await bornAgain(item);
  if (item.photos.length) await keep(item);
}

// The id keeps the answer it got, so another try is another operation.
async function bornAgain(item) {
  await letGo(item.id);
  const device = item.label ? unnamedDevice() : item.device;
  Object.assign(item, { id: newId(), device, n: item.label ? 1 : 0, tried: false });
}

async function answered(item, token) {
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    item.n ||= nextTurn();
    item.tried = true;
    if (item.photos.length) await keep(item); // with its turn, so that a repetition is word for word the same
    const answer = await oneAnswer(item, token);
    if (answer.refused === "out_of_turn") {
      item.n = answer.facts.expected_n;
      continue;
    }
    if (!item.label && answer.seq) turnTaken(item.n);
    if (answer.refused) throw new Refusal(answer.refused, answer.facts, answer.seq);
    return answer.given?.[item.id] ?? "";
  }
  throw new Unreachable();
}

async function oneAnswer(item, token) {
  const { id, kind, device, n, made_at, boot: born_in } = item;
  const args = item.photos.length ? { ...item.args, photos: item.hashes } : item.args;
  const operation = { id, kind, args, device, n, made_at, mono: item.mono, boot: born_in, premise: {}, domain_version: 1 };
  const message = { operations: [operation], clock: clock() };
  const { answers } = await call("/api/operations", JSON.stringify(message), { token });
  return answers[0];
}

export function call(path, body, { token = "", progress = () => {} } = {}) {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.timeout = PATIENCE_MS;
    request.setRequestHeader("Content-Type", typeof body === "string" ? "application/json" : "application/octet-stream");
    if (token) request.setRequestHeader("Authorization", "Bearer " + token);
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
    request.onerror = request.ontimeout = request.onabort = () => failed(new Unreachable());
    request.onload = () => {
      const answer = read(request.responseText);
      if (request.status < 300 && answer) done(answer);
      else failed(answer?.refused ? new Refusal(answer.refused, answer.facts) : new Unreachable());
    };
    request.send(body);
  });
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
