// Points, shop and counter: each form is one operation, with what is said in it. The hub alone moves points.

import { problem } from "./photo_form.js";
import { born, deliver, Refusal } from "./send.js";
import { say, sayRefused } from "./words.js";

const person = document.body.dataset.person;

function argsOf(form) {
  const args = JSON.parse(form.dataset.args);
  for (const field of form.elements) {
    const text = field.name ? field.value.trim() : "";
    if (field.name && (text || field.dataset.blank)) args[field.name] = field.type === "number" ? Number(text) : text;
  }
  return args;
}

async function send(event) {
  event.preventDefault();
  const form = event.currentTarget;
  const press = event.submitter ?? form.querySelector("button");
  press.disabled = true;
  problem(form);
  const item = born(form.dataset.kind, argsOf(form), { person, about: form.dataset.name ?? "" });
  try {
    await deliver(item);
    if (form.dataset.then) location.assign(form.dataset.then.replace("ID", item.id));
    else location.reload();
  } catch (fault) {
    problem(form, fault instanceof Refusal ? sayRefused(fault) : say("phone.js.no_hub"));
    press.disabled = false;
  }
}

for (const form of document.querySelectorAll("form[data-kind]")) {
  form.addEventListener("submit", send);
  for (const press of form.querySelectorAll("button")) press.disabled = press.dataset.never === "1";
}
