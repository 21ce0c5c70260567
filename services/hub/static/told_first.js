// By which way I am told first. What is chosen is sent at once; what the hub does not take stands as it was.

import { problem } from "./photo_form.js";
import { born, deliver, Refusal } from "./send.js";
import { say, sayRefused } from "./words.js";

const form = document.getElementById("told_first");

async function chosen(choice, done, before) {
  choice.disabled = true;
  done.hidden = true;
  problem(form);
  const { person } = document.body.dataset;
  const ways = choice.value ? [choice.value] : [];
  try {
    await deliver(born("people.tell_by", { person, told_by: ways }, { person, about: form.querySelector("span").textContent }));
    done.hidden = false;
    return choice.value;
  } catch (fault) {
    problem(form, fault instanceof Refusal ? sayRefused(fault) : say("phone.js.no_hub"));
    choice.value = before;
    return before;
  } finally {
    choice.disabled = false;
  }
}

if (form) {
  const choice = form.elements.way;
  let stands = choice.value;
  choice.addEventListener("change", async () => { stands = await chosen(choice, form.querySelector(".done"), stands); });
  choice.disabled = false;
}
