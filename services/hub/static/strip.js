// The loud strip over every page: what this phone has not sent yet. Tries again while a page is open.

import { allKept, letGo } from "./kept.js";
import { deliver } from "./send.js";
import { clockTime, say, sayRefused } from "./words.js";

const AGAIN_MS = 15_000;
const PASSING = new Set(["store_busy", "disk_full", "blob_missing", "took_too_long"]);
const AT_OPENING = new Set([...PASSING, "sign_in_needed"]);
const person = document.body.dataset.person;
const strip = document.getElementById("unsent");
const dialog = document.getElementById("kept");
const sent = [];
let trying = false;

export async function showUnsent() {
  const items = await allKept();
  const news = sent.at(-1);
  strip.hidden = !items.length && !news;
  if (strip.hidden) return;
  const [head, line] = [strip.querySelector("strong"), strip.querySelector(".small")];
  head.textContent = items.length ? say("phone.js.unsent", { count: items.length }) : say("phone.js.late", { number: news });
  line.textContent = items.length ? say("phone.js.unsent_where", { time: clockTime(items[0].made_at) }) : say("phone.js.late_about");
}

const mine = (item) => !item.person || item.person === person;

// Sends what waits, the oldest first. What was refused is tried again only where that can help: `reasons`, or asked for.
async function sendKept(reasons = PASSING) {
  if (trying) return;
  trying = true;
  try {
    for (const item of await allKept()) {
      if (mine(item) && (!item.stuck || !reasons || reasons.has(item.stuck.code))) await sendOne(item);
    }
  } finally {
    trying = false;
    await showUnsent();
    if (dialog.open) await showDialog();
  }
}

async function sendOne(item) {
  const { id } = item;
  try {
    const number = await deliver(item);
    const event = new CustomEvent("anhuan-sent", { detail: { id, number }, cancelable: true });
    if (window.dispatchEvent(event)) sent.push(number);
  } catch {
    // it stays kept, and the strip says so
  }
}

async function showDialog() {
  const items = await allKept();
  dialog.querySelector("ul").replaceChildren(...sent.map(sentLine), ...items.map(keptLine));
}

function element(name, text, kind = "") {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = kind;
  return made;
}

function sentLine(number) {
  const line = document.createElement("li");
  line.append(element("strong", say("phone.js.late", { number })));
  return line;
}

function keptLine(item) {
  const line = document.createElement("li");
  line.append(element("strong", item.place || say("phone.js.unsent", { count: 1 })));
  line.append(element("p", [clockTime(item.made_at), item.about].filter(Boolean).join(" · "), "small"));
  const why = mine(item) ? item.stuck && sayRefused(item.stuck) : say("phone.js.other_person");
  if (why) line.append(element("p", why, "problem"));
  const drop = element("button", say("phone.js.drop"), "plain wide");
  drop.type = "button";
  drop.addEventListener("click", () => dropped(item, drop));
  if (mine(item)) line.append(againButton());
  line.append(drop);
  return line;
}

function againButton() {
  const again = element("button", say("phone.js.again"), "primary");
  again.type = "button";
  again.addEventListener("click", () => {
    again.disabled = true;
    sendKept(null);
  });
  return again;
}

async function dropped(item, button) {
  if (!button.dataset.sure) {
    button.dataset.sure = "1";
    button.textContent = say("phone.js.drop_sure");
    return;
  }
  await letGo(item.id);
  window.dispatchEvent(new CustomEvent("anhuan-dropped", { detail: { id: item.id } }));
  await showUnsent();
  await showDialog();
}

strip.addEventListener("click", async () => {
  await showDialog();
  dialog.showModal();
});
dialog.querySelector(".close").addEventListener("click", () => {
  dialog.close();
  sent.length = 0;
  showUnsent();
});
window.addEventListener("online", () => sendKept());
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && sendKept());
setInterval(() => sendKept(), AGAIN_MS);
sendKept(AT_OPENING);
