// An application for a work permit: levels follow the kind of work, the longest time follows the level.

import { problem, sendNow } from "./photo_form.js";
import { born } from "./send.js";
import { say } from "./words.js";

const form = document.getElementById("apply");
const forms = JSON.parse(document.getElementById("forms").textContent);
const levels = form.querySelector(".levels");
let item = null;

const ruled = () => forms.find((one) => one.work === form.elements.work.value);
const level = () => ruled()?.levels.find((one) => one.level === form.elements.work_level.value);

function follow() {
  const known = (ruled()?.levels ?? []).map((one) => one.level);
  for (const face of levels.querySelectorAll("[data-level]")) {
    face.hidden = !known.includes(face.dataset.level);
    if (face.hidden) face.querySelector("input").checked = false;
  }
  if (known.length === 1) levels.querySelector(`[value=${known[0]}]`).checked = true;
  levels.hidden = known.length < 2;
  const most = level()?.hours;
  form.querySelector(".most").textContent = most ? say("phone.js.permit_most", { hours: most }) : "";
}

function args() {
  const values = new FormData(form);
  const begins = new Date(values.get("begins_at"));
  const ends = new Date(begins.getTime() + Number(values.get("hours")) * 3_600_000);
  const texts = Object.fromEntries(["work", "work_level", "zone", "place", "task", "leader", "guardian"].map((name) => [name, (values.get(name) ?? "").trim()]));
  if (Object.entries(texts).some(([name, value]) => !value && name !== "place") || !(ends > begins)) return null;
  return { ...texts, begins_at: begins.toISOString(), ends_at: ends.toISOString(), workers: values.getAll("workers"), contractor: values.get("contractor") || null };
}

async function send(event) {
  event.preventDefault();
  const given = args();
  if (!given) return problem(form, say("phone.js.permit_lacks"));
  const place = form.elements.zone.selectedOptions[0].textContent;
  if (!item?.tried) item = born("permits.apply", given, { person: document.body.dataset.person, place, about: given.task });
  if (await sendNow(item, form, form.querySelector("[type=submit]"))) location.href = "/permits/" + item.id;
}

const now = new Date(Date.now() - new Date().getTimezoneOffset() * 60_000);
form.elements.begins_at.value = now.toISOString().slice(0, 16);
form.addEventListener("change", follow);
form.addEventListener("submit", send);
follow(); // to what the browser has kept over a reload
form.querySelector("[type=submit]").disabled = false;
