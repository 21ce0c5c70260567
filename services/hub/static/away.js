// I am away from … to …, and who stands in; back sooner, or not away after all.

import { problem, sendNow } from "./photo_form.js";
import { born } from "./send.js";
import { say } from "./words.js";

const person = document.body.dataset.person;
const dialog = document.getElementById("away");
const say_it = document.querySelector(".go_away");

async function sent(kind, args, room, button) {
  const given = await sendNow(born(kind, args, { person, about: say("phone.js.away") }), room, button);
  if (given) location.reload();
}

async function told(event) {
  event.preventDefault();
  const values = new FormData(event.target);
  const [first, last, deputy] = ["first", "last", "deputy"].map((name) => values.get(name) || null);
  if (!first || !last || last < first) return problem(dialog, say("phone.js.away_days"));
  await sent("absences.add", { person, first, last, deputy }, dialog, event.target.querySelector("[type=submit]"));
}

function ready() {
  say_it.addEventListener("click", () => {
    problem(dialog);
    dialog.showModal();
  });
  dialog.querySelector("form").addEventListener("submit", told);
  dialog.querySelector(".close").addEventListener("click", () => dialog.close());
  say_it.disabled = false;
}

if (dialog) ready(); // a job's own page has the work, not the absences
for (const back of document.querySelectorAll("[data-absence]")) {
  const room = back.closest(".absence");
  back.addEventListener("click", () => sent("absences.end", { absence: back.dataset.absence }, room, back));
  back.disabled = false;
}
