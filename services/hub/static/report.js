// The report page: photo, two taps that may be left out, send, number.

import { extraFields } from "./extra_fields.js";
import { letGo } from "./kept.js";
import { onPhoto, pictureOf, sendNow } from "./photo_form.js";
import { born, sendAhead } from "./send.js";
import { showUnsent } from "./strip.js";
import { measure, reached, told } from "./timing.js";
import { fixArgs, lookAround } from "./where.js";
import { say, write } from "./words.js";

const page = document.getElementById("report");
const [start, form, receipt] = ["start", "form", "receipt"].map((id) => document.getElementById(id));
const unnamed = document.getElementById("unnamed");
const person = document.body.dataset.person;
const scanned = decodeURIComponent(location.pathname.replace("/z/", "")); // the page kept on the phone knows no label
const { zone, zoneName, label } = page.dataset.label ? page.dataset : { zone: "", zoneName: codeOf(scanned), label: scanned };
const fields = extraFields(JSON.parse(document.getElementById("fields").textContent));
if (!page.dataset.label) page.querySelector(".emergency")?.setAttribute("href",  "/e?label=" + encodeURIComponent(scanned));
let item = null;
let current = "";
let sending = false;

// The zone's code as the label has it: all that is known of the place while the hub is out of reach.
function codeOf(token) {
  const [code] = token.split(".");
  for (const place of page.querySelectorAll(".zone_code")) place.textContent = code;
  return code;
}

async function taken(input, room) {
  const picture = await pictureOf(input, room);
  if (!picture) return;
  if (item) await letGo(item.id);
  item = born("hazards.report", {}, { person, photos: [picture.bytes], place: zoneName });
  sendAhead(item, person ? "" : label);
  reached("photo");
  lookAround("placeKnown" in page.dataset);
  document.getElementById("preview").src = picture.url;
  start.hidden = true;
  form.hidden = false;
  window.scrollTo(0, 0);
  await showUnsent();
}

function phrasesFit() {
  const known = [...form.querySelectorAll(".phrases")].map((group) => group.dataset.category);
  const picked = form.elements.category.value;
  const chosen = known.includes(picked) ? picked : "any"; // the plant's own categories have no phrases of theirs
  for (const group of form.querySelectorAll(".phrases")) {
    group.hidden = group.dataset.category !== chosen;
    if (group.hidden) for (const box of group.querySelectorAll("input")) box.checked = false;
  }
}

// The report as the form has it now, but with the id and the moment of its photo.
function filled() {
  if (item.tried) return item;
  const withName = unnamed && !unnamed.checked;
  const phrases = [...form.querySelectorAll("[name=phrase]:checked")].map((box) => box.value);
  const line = document.getElementById("line").value.trim();
  const description = [...phrases, line].filter(Boolean).join(say("phone.js.comma"));
  const photos = [item.photos[0]];
  const extra = fields.args(photos);
  const more = { ...extra, photos: ["@photo:0"], extra_photos: named(photos).slice(1), ...fixArgs(withName) };
  const args = { zone, category: form.elements.category.value || "other", description, ...more };
  const { id, made_at, mono, boot } = item;
  const hashes = item.photos.every((one, at) => one === photos[at]) ? item.hashes : item.hashes.slice(0, 1);
  const fresh = born("hazards.report", args, { person, label: withName ? "" : label, photos, place: zoneName, about: description });
  return { ...fresh, id, made_at, mono, boot, hashes };
}

const named = (photos) => photos.map((_, at) => "@photo:" + at);
const stepOf = (input) => (input.closest("#extra") ? "extra" : input.name || "line");

async function send(event) {
  event.preventDefault();
  if (sending || !item || !fields.complete(form)) return;
  sending = true;
  reached("send");
  item = filled();
  current = item.id;
  const given = await sendNow(item, form, document.getElementById("send")).finally(() => (sending = false));
  if (given) received(given);
  else told(true); // it is kept: the person is done with the form
}

function received({ number, slip }) {
  if (!item) return;
  reached("receipt");
  told(true);
  form.hidden = true;
  receipt.hidden = false;
  write(receipt.querySelector(".number"), number);
  receipt.querySelector(".follow").href = slip ? "/slip?" + new URLSearchParams({ number, code: slip }) : "/r/" + item.id;
  receipt.querySelector(".slip").hidden = !slip;
  receipt.querySelector(".slip strong").textContent = slip;
  window.scrollTo(0, 0);
  receipt.focus();
  item = null;
  showUnsent();
}

const [camera, retake] = ["camera", "retake"].map((id) => document.getElementById(id));
onPhoto(camera, () => taken(camera, start));
onPhoto(retake, () => taken(retake, form));
form.addEventListener("change", (event) => event.target.name === "category" && phrasesFit());
form.addEventListener("change", ({ target }) => target.id !== "unnamed" && reached(stepOf(target)));
form.addEventListener("submit", send);
phrasesFit(); // to a category that the browser has kept over a reload
measure("report");
window.addEventListener("anhuan-sent", (event) => {
  if (event.detail.id !== current) return;
  event.preventDefault();
  received(event.detail);
});
window.addEventListener("anhuan-dropped", (event) => event.detail.id === item?.id && location.reload());
