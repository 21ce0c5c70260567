// Small questions on a card, each a dialog: more time, pass on, return, refuse. A dialog is a form with the name of its
// operation; what is chosen and written in it becomes the operation's arguments.

import { problem, sendNow } from "./photo_form.js";
import { born } from "./send.js";
import { say, write } from "./words.js";

const person = document.body.dataset.person;

// One operation about the card's hazard; the page is as it is afterwards when it has gone.
export async function ask(card, button, kind, args, room = card) {
  const { hazard, number = "", zoneName = "", premise } = card.dataset;
  const seen = kind === "hazards.approve" && premise ? JSON.parse(premise) : {};
  const item = born(kind, { hazard, ...args }, { person, place: zoneName, about: number, premise: seen });
  const given = await sendNow(item, room, button);
  if (given) location.reload();
}

function open(dialog, card) {
  dialog.card = card;
  write(dialog.querySelector(".about"), [card.querySelector("h2").textContent, card.dataset.number].join(" · "));
  problem(dialog);
  dialog.showModal();
}

async function send(event, dialog) {
  event.preventDefault();
  const form = dialog.querySelector("form");
  const values = new FormData(form);
  const reason = [values.get("phrase"), values.get("reason")?.trim()].filter(Boolean).join(say("phone.js.comma"));
  if (form.dataset.reason === "needed" && !reason) return problem(dialog, say("phone.js.reason_needed"));
  const args = { ...JSON.parse(form.dataset.args || "{}"), reason };
  if (values.get("hours")) args.hours = Number(values.get("hours"));
  if (values.has("person")) args.person = values.get("person") || null;
  await ask(dialog.card, form.querySelector("[type=submit]"), form.dataset.kind, args, dialog);
}

for (const dialog of document.querySelectorAll("dialog.ask:has(form[data-kind])")) {
  dialog.querySelector("form").addEventListener("submit", (event) => send(event, dialog));
  dialog.querySelector(".close").addEventListener("click", () => dialog.close());
}
for (const button of document.querySelectorAll("[data-ask]")) {
  const card = button.closest("[data-hazard]");
  button.addEventListener("click", () => open(document.getElementById(button.dataset.ask), card));
  button.disabled = false;
}
for (const button of document.querySelectorAll("[data-do]")) {
  const card = button.closest("[data-hazard]");
  button.addEventListener("click", () => ask(card, button, button.dataset.do, JSON.parse(button.dataset.args || "{}")));
  button.disabled = false;
}
