// Photos on their way to the hub. A large one that is cut in the middle goes on from where it was: the hub keeps what
// has come. (Over plain http a browser reckons no SHA-256, so that there it begins anew.)

import { call, Refusal } from "./wire.js";

const SMALL = 96 << 10;
const MOST_PART = 1 << 18;
const MOST_TURNS = 12;
const UNDER_WAY = new Map();

// Fills in item.hashes, one name a photo; what has arrived is not sent again, and photos that joined the item while its
// first was under way follow it. Raises Refusal, Unreachable.
export function uploaded(item, token, progress = () => {}) {
  const { hashes } = item;
  if (!UNDER_WAY.has(hashes)) UNDER_WAY.set(hashes, allOf(item, token, progress).finally(() => UNDER_WAY.delete(hashes)));
  return UNDER_WAY.get(hashes).then(() => hashes.length < item.photos.length && uploaded(item, token, progress));
}

async function allOf({ photos, hashes, again }, token, progress) {
  for (let place = hashes.length; place < photos.length; place++) {
    const sofar = (done) => progress((place + done) / photos.length);
    hashes.push(await one(photos[place], { token, progress: sofar, again }));
  }
}

async function one(photo, { token, progress, again }) {
  if (photo.byteLength > SMALL && globalThis.crypto?.subtle) return inParts(photo, { token, progress, again });
  return (await call("POST", "/api/blobs/photo", photo, { token, progress })).sha256;
}

const begun = new Set(); // names of photos of which a part may be at the hub

async function inParts(photo, { token, progress, again }) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", photo));
  const name = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  let asking = again || begun.has(name); // an empty part asks how far it has come
  let offset = 0;
  begun.add(name);
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const end = asking ? offset : Math.min(photo.byteLength, offset + MOST_PART);
    asking = false;
    const answer = await part(name, photo, offset, end, { token, progress });
    if (answer.kept) return answer.kept;
    offset = answer.offset;
  }
  throw new Refusal("took_too_long", {});
}

async function part(name, photo, offset, end, { token, progress }) {
  const path = `/api/blobs/${name}?what=snapshot&offset=${offset}&total=${photo.byteLength}`;
  const sofar = (done) => progress((offset + done * (end - offset)) / photo.byteLength);
  try {
    return await call("PUT", path, photo.slice(offset, end), { token, progress: sofar });
  } catch (fault) {
    if (!(fault instanceof Refusal) || fault.code !== "offset_wrong") throw fault;
    return { offset: fault.facts.expected };
  }
}
