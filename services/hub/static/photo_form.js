// What the report and the after photo have in common: reading the picture, sending once, saying how it goes.

import { keep, seen } from "./kept.js";
import { deliver, Refusal, Unreachable } from "./send.js";
import { NoPicture, shrunk } from "./shrink.js";
import { showUnsent } from "./strip.js";
import { say, sayRefused, write } from "./words.js";

export function problem(room, text = "") {
  const place = room.querySelector(".problem");
  write(place, text);
  place.hidden = !text;
  if (text) place.scrollIntoView({ block: "center" });
}

// Calls `taken` for each photo of a camera input, also for one that was there before this script was.
export function onPhoto(input, taken) {
  input.addEventListener("change", taken);
  if (input.files.length) taken();
}

// The picture of a camera input or out of the viewfinder, or null after saying why there is none.
export async function pictureOf(input, room, seen = null) {
  const file = seen ?? input.files[0];
  const words = input.parentElement.querySelector("span");
  if (!file) return null;
  const usual = words.textContent;
  problem(room);
  words.textContent = say("phone.js.reading");
  try {
    return await shrunk(file);
  } catch (fault) {
    problem(room, say(fault instanceof NoPicture ? "refused.not_a_picture" : "phone.js.no_memory"));
    return null;
  } finally {
    words.textContent = usual;
    input.value = "";
  }
}

// Keeps, then sends. Answers { number, slip }, or null after saying what happened and where the report is now.
export async function sendNow(item, room, button) {
  const bar = room.querySelector(".progress");
  const usual = button.textContent;
  problem(room);
  lock(room, true);
  button.disabled = true;
  bar.hidden = false;
  button.textContent = say("phone.js.sending");
  const staying = await keep(item);
  try {
    const given = await deliver(item, (part) => (bar.firstElementChild.style.transform = `scaleX(${Math.max(0.04, part)})`));
    await seen(item.id); // the page shows it
    return given;
  } catch (fault) {
    if (!(fault instanceof Refusal || fault instanceof Unreachable)) throw fault;
    problem(room, fault instanceof Refusal ? sayRefused(fault) : say(staying ? "phone.js.kept" : "phone.js.kept_in_page"));
    lock(room, item.tried);
    button.disabled = false;
    await showUnsent();
    return null;
  } finally {
    bar.hidden = true;
    button.textContent = usual;
  }
}

// Once it has been sent and while no answer has come, nothing about it may be changed: the hub may have it.
function lock(room, locked) {
  for (const input of room.querySelectorAll("input")) input.disabled = locked;
}
