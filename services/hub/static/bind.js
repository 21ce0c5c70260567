// A blank label is bound to the zone it hangs in: choose the zone, send; without a network it is kept and sent later.

import { sendNow } from "./photo_form.js";
import { born } from "./send.js";

const KEPT = "anhuan-bind"; // who bound one here last, and the zones that this person was offered
const [choose, bound, list, filter, send] = ["choose", "bound", "zones", "filter", "send"].map((id) => document.getElementById(id));
const token = decodeURIComponent(location.pathname.replace("/z/", ""));
const offered = JSON.parse(document.getElementById("offered").textContent);
const { person, zones } = known();
let chosen = null;
let item = null;

// The page kept on the phone knows nobody: then who and which zones come from the last time.
function known() {
  const here = document.body.dataset.person;
  if (!here) return JSON.parse(localStorage.getItem(KEPT) ?? '{"person": "", "zones": []}');
  localStorage.setItem(KEPT, JSON.stringify({ person: here, zones: offered }));
  return { person: here, zones: offered };
}

function face(zone) {
  const choice = document.createElement("label");
  choice.className = "phrase";
  const input = Object.assign(document.createElement("input"), { type: "radio", name: "zone", value: zone.id });
  const words = document.createElement("span");
  words.className = "face";
  words.textContent = [zone.name, zone.place, zone.code].filter(Boolean).join(" · ");
  input.addEventListener("change", () => {
    chosen = zone;
    send.disabled = false;
  });
  choice.append(input, words);
  choice.dataset.words = words.textContent.toLowerCase();
  return choice;
}

function narrow() {
  const wanted = filter.value.trim().toLowerCase();
  for (const choice of list.children) choice.hidden = !choice.dataset.words.includes(wanted);
}

async function bind() {
  if (!chosen || send.disabled) return;
  if (!item?.tried) item = born("labels.bind", { token, zone: chosen.id }, { person, place: chosen.name, about: token.split(".")[0] });
  if (await sendNow(item, choose, send)) done();
}

function done() {
  choose.hidden = true;
  bound.hidden = false;
  bound.querySelector(".zone_name").textContent = chosen.name;
  window.scrollTo(0, 0);
  bound.focus();
}

for (const place of document.querySelectorAll(".zone_code")) place.textContent = token.split(".")[0];
list.replaceChildren(...zones.map(face));
document.getElementById("none").hidden = zones.length > 0;
filter.addEventListener("input", narrow);
narrow(); // to what was typed before this script was there
send.addEventListener("click", bind);
window.addEventListener("anhuan-sent", (event) => {
  if (event.detail.id !== item?.id) return;
  event.preventDefault();
  done();
});
