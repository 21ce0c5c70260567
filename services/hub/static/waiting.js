// Sends what waits on this phone, the oldest first: for a page, and for the background when no page is open.

import { allKept } from "./kept.js";
import { deliver } from "./send.js";

export const PASSING = new Set(["store_busy", "disk_full", "blob_missing", "took_too_long", "uploads_too_many"]);
export const AT_OPENING = new Set([...PASSING, "sign_in_needed"]);
let trying = false;

// What goes by a name goes only while that person is signed in: the hub takes the name from the sign-in.
export const isOf = (item, person) => !item.person || item.person === person;

// `told` hears of each that went. What was refused is tried again only where that can help: `reasons`, or null for all.
export async function sendWaiting(person, { reasons = PASSING, told = () => {} } = {}) {
  if (trying) return;
  trying = true;
  try {
    for (const item of await allKept()) {
      if (isOf(item, person) && (!item.stuck || !reasons || reasons.has(item.stuck.code))) await one(item, told);
    }
  } finally {
    trying = false;
  }
}

async function one(item, told) {
  const { id } = item;
  item.again = true;
  try {
    await told({ id, ...(await deliver(item)) });
  } catch {
    // it stays kept, and the pages say so
  }
}
