// The first report of an incident: what, in a sentence, with a photo where there is time for one. Kept on the phone until
// it has gone.

import { onPhoto, pictureOf, problem, sendNow } from "./photo_form.js";
import { born } from "./send.js";
import { say, write } from "./words.js";

const page = document.getElementById("incident");
const form = document.getElementById("form");
const receipt = document.getElementById("receipt");
const person = document.body.dataset.person;
const hurt = form.querySelector(".hurt");
let photo = null;
let item = null;

function follow() {
  if (!hurt) return;
  hurt.hidden = form.elements.kind.value !== "first_aid";
  if (hurt.hidden) form.elements.me.checked = false;
  form.querySelector(".injury").hidden = !form.elements.me.checked;
}

async function taken() {
  const picture = await pictureOf(document.getElementById("camera"), form);
  if (!picture || item?.tried) return;
  photo = picture.bytes;
  const preview = document.getElementById("preview");
  preview.src = picture.url;
  preview.hidden = false;
}

function args() {
  const values = new FormData(form);
  const description = values.get("description").trim();
  const zone = page.dataset.zone || values.get("zone") || "";
  if (!description || !zone) return null;
  const mine = values.get("me") ? { person, injury: (values.get("injury") ?? "").trim() } : {};
  return { zone, kind: values.get("kind"), description, ...mine };
}

async function send(event) {
  event.preventDefault();
  const given = args();
  if (!given) return problem(form, say("phone.js.incident_lacks"));
  if (!item?.tried) {
    const { label, zoneName } = page.dataset;
    item = born("incidents.report", given, { person, label: person ? "" : label, photos: photo ? [photo] : [], place: zoneName, about: given.description });
  }
  const sent = await sendNow(item, form, form.querySelector("[type=submit]"));
  if (sent) received(sent);
}

function received({ number }) {
  form.hidden = true;
  receipt.hidden = false;
  write(receipt.querySelector(".number"), number);
  window.scrollTo(0, 0);
  receipt.focus();
}

onPhoto(document.getElementById("camera"), taken);
form.addEventListener("change", follow);
form.addEventListener("submit", send);
follow(); // to what the browser has kept over a reload
form.querySelector("[type=submit]").disabled = false;
window.addEventListener("anhuan-sent", (event) => {
  if (event.detail.id !== item?.id) return;
  event.preventDefault();
  received(event.detail);
});
