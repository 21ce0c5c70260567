// The loud strip over every page: what this phone has not sent yet. Tries again while a page is open.

import { allKept, allSent, letGo, seen } from "./kept.js";
import { isOf, sendWaiting, AT_OPENING, PASSING } from "./waiting.js";
import { clockTime, say, sayRefused, write } from "./words.js";

const AGAIN_MS = 15_000;
const person = document.body.dataset.person;
const strip = document.getElementById("unsent");
const dialog = document.getElementById("kept");

export async function showUnsent() {
  const [items, sent] = [await allKept(), await allSent()];
  const news = sent.at(-1);
  strip.hidden = !items.length && !news;
  strip.classList.toggle("good", !items.length);
  if (strip.hidden) return;
  const [head, line] = [strip.querySelector("strong"), strip.querySelector(".small")];
  write(head, items.length ? say("phone.js.unsent", { count: items.length }) : late(news));
  line.textContent = items.length ? say("phone.js.unsent_where", { time: clockTime(items[0].made_at) }) : say("phone.js.late_about");
}

const late = ({ number, about, place }) => say("phone.js.late", { number: number || about || place });

async function sendKept(reasons = PASSING) {
  await sendWaiting(person, { reasons, told: arrived });
  await showUnsent();
  if (dialog.open) await showDialog();
}

// A page that shows the number itself says so, by preventing the event; else it stays in the strip until looked at.
async function arrived(news) {
  const event = new CustomEvent("anhuan-sent", { detail: news, cancelable: true });
  if (!window.dispatchEvent(event)) await seen(news.id);
  await showUnsent();
}

async function showDialog() {
  const [items, sent] = [await allKept(), await allSent()];
  dialog.querySelector("ul").replaceChildren(...sent.map(sentLine), ...items.map(keptLine));
}

function element(name, text, kind = "") {
  const made = document.createElement(name);
  write(made, text);
  made.className = kind;
  return made;
}

function sentLine(news) {
  const line = document.createElement("li");
  line.append(element("strong", late(news)));
  if (news.slip) line.append(element("p", say("phone.js.slip", { slip: news.slip }), "small"));
  return line;
}

function keptLine(item) {
  const line = document.createElement("li");
  line.append(element("strong", item.place || say("phone.js.unsent", { count: 1 })));
  line.append(element("p", [clockTime(item.made_at), item.about].filter(Boolean).join(" · "), "small"));
  const own = isOf(item, person);
  const why = own ? item.stuck && sayRefused(item.stuck) : say("phone.js.other_person");
  if (why) line.append(element("p", why, "problem"));
  const drop = element("button", say("phone.js.drop"), "plain wide");
  drop.type = "button";
  drop.addEventListener("click", () => dropped(item, drop));
  if (own) line.append(againButton());
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
dialog.querySelector(".close").addEventListener("click", async () => {
  for (const { id } of await allSent()) await seen(id);
  await showUnsent();
  dialog.close(); // last: whoever goes on at once would be told again of what has been looked at
});
window.addEventListener("online", () => sendKept());
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && sendKept());
navigator.serviceWorker?.addEventListener("message", (event) => event.data.sent && arrived(event.data.sent));
setInterval(() => sendKept(), AGAIN_MS);
sendKept(AT_OPENING);
const worker = new URL("./sw.js", import.meta.url);
navigator.serviceWorker?.register(worker, { type: "module", scope: "/" }).catch(() => {});
navigator.storage?.persist?.().catch(() => {});
