// Training: signing in to a session, beginning a test, handing it in. The hub alone marks it; what is right comes with the
// page that is shown afterwards.

import { problem } from "./photo_form.js";
import { born, deliver, Refusal } from "./send.js";
import { say, sayRefused } from "./words.js";

const page = document.querySelector("main");
const person = document.body.dataset.person;

async function go(press, kind, args, then) {
  press.disabled = true;
  problem(page);
  const item = born(kind, args, { person, about: page.dataset.name });
  try {
    await deliver(item);
    then(item);
  } catch (fault) {
    problem(page, fault instanceof Refusal ? sayRefused(fault) : say("phone.js.no_hub"));
    press.disabled = false;
  }
}

const begin = page.querySelector(".begin");
begin?.addEventListener("click", () =>
  go(begin, "exams.begin", { course: page.dataset.course }, (item) => location.assign(`/train/exam/${item.id}`)));

const sign = page.querySelector(".sign");
sign?.addEventListener("click", () => {
  const { session, seal } = page.dataset;
  go(sign, "attendances.sign_in", { training_session: session, seal }, () => location.reload());
});

const handIn = page.querySelector(".hand_in");
page.querySelector("form")?.addEventListener("submit", (event) => {
  event.preventDefault();
  const answers = [...page.querySelectorAll("fieldset")].map((one) => ({
    question: one.dataset.question,
    chosen: [...one.querySelectorAll(":checked")].map((choice) => Number(choice.value)),
  }));
  const left = answers.findIndex((one) => !one.chosen.length);
  if (left >= 0) {
    problem(page, say("phone.js.train.unanswered", { number: left + 1 }));
    return;
  }
  go(handIn, "exams.hand_in", { exam: page.dataset.exam, answers }, () => location.reload());
});

for (const press of [begin, sign, handIn]) if (press) press.disabled = false;
