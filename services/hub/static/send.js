// The queue, for every page that sends. All that a page needs:
//
//   item = born(kind, args, { person, label, photos, place, about, premise })   born now; `photos` are ArrayBuffers
//   sendAhead(item)                  its photos set out already, while the form is being filled in
//   number = await sendNow(item, room, button)     (photo_form.js) keeps it, sends it, says how it goes; null: not yet
//
// The photos' names go into args.photos; where args hold "@photo:0" (anywhere), that text becomes the first photo's
// name instead. With a `label` it goes without a name, by the label's visit; without args.zone the visit says the zone.
// The same id goes each time, so that it counts once however often it is sent: by a page, by two, or in the background.

import { clock, newId, nextTurn, phoneDevice, turnTaken, unnamedDevice } from "./ids.js";
import { isKept, keep, letGo, settle } from "./kept.js";
import { uploaded } from "./upload.js";
import { call, Refusal, Unreachable } from "./wire.js";

export { call, Refusal, Unreachable };

const MOST_TURNS = 4;
const VISIT_MS = 600_000;
const UNDER_WAY = new Map();
const VISITS = new Map();

export function born(kind, args, { person = "", label = "", photos = [], place = "", about = "", premise = {} } = {}) {
  const named = !label;
  const { wall, mono, boot } = clock();
  return {
    id: newId(), kind, args, person: named ? person : "", label, photos, hashes: [], place, about, premise,
    device: named ? phoneDevice() : unnamedDevice(), n: named ? 0 : 1,
    made_at: wall, mono, boot, tried: false, stuck: null,
  };
}

// The photos set out; whether they arrive is found out when the item is sent.
export function sendAhead(item, label = "") {
  visited(label)
    .then((visit) => uploaded(item, visit.token))
    .catch(() => {});
}

// Answers { number, numbers, slip }: its own number, all that it was given, "" where the hub gives none. Raises Refusal
// or Unreachable; either way what is kept stays kept until it is accepted.
export function deliver(item, progress = () => {}) {
  const { id } = item;
  if (!UNDER_WAY.has(id)) {
    UNDER_WAY.set(id, alone(id, () => delivered(item, progress)).finally(() => UNDER_WAY.delete(id)));
  }
  return UNDER_WAY.get(id);
}

// One sender at a time among the pages of this phone and its background.
const alone = (id, work) => (navigator.locks ? navigator.locks.request("anhuan-" + id, work) : work());

async function delivered(item, progress) {
  item.stuck = null;
  try {
    const visit = await visited(item.label);
    await uploaded(item, visit.token, progress);
    const given = await answered(item, visit);
    if (await isKept(item.id)) await settle({ id: item.id, ...given, place: item.place, about: item.about });
    return given;
  } catch (fault) {
    if (fault instanceof Refusal) await stuck(item, fault);
    throw fault;
  }
}

// A visit of the label, for ten minutes the same one; none for who goes by name.
function visited(label) {
  if (!label) return Promise.resolve({ token: "", zone: "" });
  const known = VISITS.get(label);
  if (known && Date.now() - known.at < VISIT_MS && Date.now() >= known.at) return known.visit;
  const visit = call("POST", "/api/visit", JSON.stringify({ label }));
  VISITS.set(label, { at: Date.now(), visit });
  visit.catch(() => VISITS.delete(label));
  return visit;
}

async function stuck(item, refusal) {
  if (refusal.code === "blob_missing") item.hashes.length = 0;
  VISITS.delete(item.label);
  item.stuck = { code: refusal.code, facts: refusal.facts };
  const kept = await isKept(item.id);
  if (refusal.answered) await bornAgain(item);
  if (kept) await keep(item);
}

// The id keeps the answer it got, so another try is another operation.
async function bornAgain(item) {
  await letGo(item.id);
  const device = item.label ? unnamedDevice() : item.device;
  Object.assign(item, { id: newId(), device, n: item.label ? 1 : 0, tried: false });
}

async function answered(item, visit) {
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    item.n ||= nextTurn();
    item.tried = true;
    if (await isKept(item.id)) await keep(item); // with its turn, so that a repetition is word for word the same
    const answer = await oneAnswer(item, visit);
    if (answer.refused === "out_of_turn") {
      item.n = answer.facts.expected_n;
      continue;
    }
    if (!item.label && answer.seq) turnTaken(item.n);
    if (answer.refused) throw new Refusal(answer.refused, answer.facts, answer.seq);
    const given = answer.given ?? {};
    return { number: given[item.id] ?? "", numbers: Object.values(given).join(" "), slip: answer.slip ?? "" };
  }
  throw new Unreachable();
}

async function oneAnswer(item, visit) {
  const { id, kind, device, n, made_at, mono, boot, premise } = item;
  const operation = { id, kind, args: argsOf(item, visit), device, n, made_at, mono, boot, premise, domain_version: 1 };
  const message = { operations: [operation], clock: clock() };
  const { answers } = await call("POST", "/api/operations", JSON.stringify(message), { token: visit.token });
  return answers[0];
}

function argsOf({ args, label, photos, hashes }, visit) {
  const text = JSON.stringify(args);
  const filled = JSON.parse(text.replace(/"@photo:(\d+)"/g, (_, place) => JSON.stringify(hashes[place])));
  if (photos.length && !text.includes('"@photo:')) filled.photos = hashes;
  if (label && filled.zone === "") filled.zone = visit.zone;
  return filled;
}
