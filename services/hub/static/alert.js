// An alert: one press says that somebody takes care, and one whether a line is to be paused. It needs a press, so that a
// preview of the link answers nothing. While the MES is waited for, the page looks again.

import { problem } from "./photo_form.js";
import { born, deliver, Refusal } from "./send.js";
import { say, sayRefused } from "./words.js";

const page = document.getElementById("alert");
const form = page.querySelector("#answer");
const AGAIN_MS = 3000;

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

async function decide(event) {
  event.preventDefault();
  const asked = event.currentTarget;
  const presses = [...asked.querySelectorAll("button")];
  presses.forEach((one) => { one.disabled = true; });
  problem(asked);
  const kind = `pauses.${event.submitter.name}`;
  const item = born(kind, { pause: asked.dataset.pause }, { person: document.body.dataset.person, about: asked.dataset.line });
  try {
    await deliver(item);
    location.reload();
  } catch (fault) {
    problem(asked, fault instanceof Refusal ? sayRefused(fault) : say("phone.js.no_hub"));
    presses.forEach((one) => { one.disabled = false; });
  }
}

// What is being typed is not thrown away for it.
function lookAgain() {
  if (form?.elements.note.value) setTimeout(lookAgain, AGAIN_MS);
  else location.reload();
}

for (const asked of page.querySelectorAll(".pause")) {
  asked.addEventListener("submit", decide);
  asked.querySelectorAll("button").forEach((one) => { one.disabled = false; });
}
if (page.querySelector('.pause:is([data-step="counting"], [data-step="requested"])')) setTimeout(lookAgain, AGAIN_MS);

if (form) {
  form.addEventListener("submit", answer);
  form.querySelector("button").disabled = false;
}
