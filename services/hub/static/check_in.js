// Checking in: what is to be made here, its items one after the other, send, done.

import { answered, itemRoom, missing } from "./check_items.js";
import { extraFields } from "./extra_fields.js";
import { problem, sendNow } from "./photo_form.js";
import { born } from "./send.js";
import { fixArgs, lookAround } from "./where.js";
import { say, write } from "./words.js";

const person = document.body.dataset.person;
const place = JSON.parse(document.getElementById("place").textContent);
const [choose, form, receipt, items] = ["choose", "form", "receipt", "items"].map((id) => document.getElementById(id));
const note = document.getElementById("note");
const fields = extraFields(place.fields);
let task = null;
let rooms = [];
let item = null;
let current = "";
let sending = false;

function open(of) {
  task = of;
  form.querySelector(".what").textContent = task.equipmentName || place.zoneName;
  form.querySelector(".where").textContent = [place.zoneName, task.name].join(" · ");
  rooms = task.items.map((one, index) => itemRoom(one, index + 1, counted));
  items.replaceChildren(...rooms.map(({ room }) => room));
  lookAround(place.placeKnown);
  choose.hidden = true;
  form.hidden = false;
  counted();
  window.scrollTo(0, 0);
}

function counted() {
  const done = rooms.filter((one) => !missing(one)).length;
  form.querySelector(".count").textContent = say("phone.js.answered", { done, all: rooms.length });
}

// The check-in as the form has it; what waits without an answer goes again word for word.
function filled() {
  if (item?.tried) return item;
  const photos = [];
  const results = rooms.map((one) => answered(one, photos)).filter(Boolean);
  const extra = fields.args(photos);
  const names = photos.map((_, at) => "@photo:" + at);
  const args = { results, note: note.value.trim(), label: place.label, photos: names, ...extra, ...fixArgs(true) };
  if (task.form) args.form = task.form;
  else for (const one of results) delete one.key;
  const about = task.equipmentName || task.name;
  const given = { person, photos, place: place.zoneName, about };
  if (task.inspection) return born("inspections.check_in", { ...args, inspection: task.inspection }, given);
  const where = task.equipment ? { zone: place.zone, equipment: task.equipment } : { zone: place.zone };
  return born("inspections.extra", { ...args, ...where }, given);
}

async function send(event) {
  event.preventDefault();
  if (sending) return;
  const first = rooms.find((one) => missing(one));
  if (first) {
    problem(form, say("phone.js.unanswered", { item: first.item.text, why: missing(first) }));
    first.room.scrollIntoView({ block: "center" });
    return;
  }
  if (!fields.complete(form)) return;
  sending = true;
  item = filled();
  current = item.id;
  const given = await sendNow(item, form, document.getElementById("send")).finally(() => (sending = false));
  if (given) received(given);
}

function received({ numbers = "" }) {
  if (!item) return;
  form.hidden = true;
  receipt.hidden = false;
  write(receipt.querySelector(".number"), numbers);
  receipt.querySelector(".found").hidden = !numbers;
  window.scrollTo(0, 0);
  receipt.focus();
  item = null;
}

for (const door of document.querySelectorAll(".door")) {
  door.addEventListener("click", () => open(place[door.dataset.group][door.dataset.index]));
  door.disabled = false;
}
form.addEventListener("submit", send);
window.addEventListener("anhuan-sent", (event) => {
  if (event.detail.id !== current) return;
  event.preventDefault();
  received(event.detail);
});
window.addEventListener("anhuan-dropped", (event) => event.detail.id === item?.id && location.reload());
