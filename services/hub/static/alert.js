// An alert: one press says that somebody takes care. It needs a press, so that a preview of the link answers nothing.

import { problem } from "./photo_form.js";
import { born, deliver, Refusal } from "./send.js";
import { say, sayRefused } from "./words.js";

const page = document.getElementById("alert");
const form = page.querySelector("form");

async function answer(event) {
  event.preventDefault();
  const press = form.querySelector("button");
  press.disabled = true;
  problem(page);
  const note = form.elements.note.value.trim();
  const about = page.dataset.number;
  const item = born("alerts.acknowledge", { alert: page.dataset.alert, note }, { person: document.body.dataset.person, about });
  try {
    await deliver(item);
    location.reload();
  } catch (fault) {
    problem(page, fault instanceof Refusal ? sayRefused(fault) : say("phone.js.no_hub"));
    press.disabled = false;
  }
}

if (form) {
  form.addEventListener("submit", answer);
  form.querySelector("button").disabled = false;
}
