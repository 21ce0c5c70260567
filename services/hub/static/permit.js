// One permit: each deed is a form with the name of its operation. Signing, starting and going on are asked of the hub at
// once; everything else is kept on the phone until it has gone.

import { problem, sendNow } from "./photo_form.js";
import { born, deliver, Refusal } from "./send.js";
import { say, sayRefused } from "./words.js";

const page = document.getElementById("permit");
const { permit, number, zoneName } = page.dataset;
const item = (kind, args) => born(kind, { permit, ...args }, { person: document.body.dataset.person, place: zoneName, about: number });

async function atOnce(event) {
  event.preventDefault();
  const form = event.target;
  const press = form.querySelector("button");
  press.disabled = true;
  problem(form);
  try {
    await deliver(item(form.dataset.kind, {}));
    location.reload();
  } catch (fault) {
    problem(form, fault instanceof Refusal ? sayRefused(fault) : say("phone.js.no_hub"));
    press.disabled = false;
  }
}

// What has been filled in, as the operation takes it; a text where something is missing.
function filled(form) {
  const values = new FormData(form);
  if (form.dataset.kind === "permits.confirm") return measures(form);
  if (form.dataset.kind === "permits.read_gas") return readings(form, values);
  if (form.dataset.kind === "permits.close") return { checked: values.getAll("checked"), note: values.get("note").trim() };
  const reason = values.get("reason").trim();
  return !reason && form.querySelector("[data-needed]") ? say("phone.js.reason_needed") : { reason };
}

function measures(form) {
  const args = { confirmed: [], not_needed: [] };
  for (const one of form.querySelectorAll(".measure")) {
    const chosen = one.querySelector(":checked");
    if (!chosen) return say("phone.js.permit_measures");
    args[chosen.value].push(one.dataset.measure);
  }
  return args;
}

function readings(form, values) {
  const given = [...form.querySelectorAll("[data-gas]")].filter((input) => input.value !== "");
  if (!given.length || given.some((input) => !Number.isFinite(input.valueAsNumber))) return say("phone.js.permit_gas");
  return { measured: given.map((input) => ({ gas: input.dataset.gas, value: input.valueAsNumber })), spot: values.get("spot").trim() };
}

async function send(event, dialog) {
  event.preventDefault();
  const form = event.target;
  problem(dialog);
  const args = filled(form);
  if (typeof args === "string") return problem(dialog, args);
  if (await sendNow(item(form.dataset.kind, args), dialog, form.querySelector("[type=submit]"))) location.reload();
}

for (const form of page.querySelectorAll("form.now")) {
  form.addEventListener("submit", atOnce);
  form.querySelector("button").disabled = false;
}
for (const dialog of document.querySelectorAll("dialog.ask")) {
  dialog.querySelector("form").addEventListener("submit", (event) => send(event, dialog));
  dialog.querySelector(".close").addEventListener("click", () => dialog.close());
}
for (const opener of page.querySelectorAll("[data-opens]")) {
  opener.addEventListener("click", () => document.getElementById(opener.dataset.opens).showModal());
  opener.disabled = false;
}
