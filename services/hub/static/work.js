// My work: take a job on, take the photo after, hand it in.

import { ask } from "./asks.js";
import "./away.js";
import { canLook, lookThrough } from "./finder.js";
import { letGo } from "./kept.js";
import { offerScan } from "./messenger.js";
import { onPhoto, pictureOf, sendNow } from "./photo_form.js";
import { born, sendAhead } from "./send.js";
import { say, write } from "./words.js";

const person = document.body.dataset.person;
const [jobs, sheet, done] = ["jobs", "fix", "handed_in"].map((id) => document.getElementById(id));
let item = null;
let card = null;
let current = "";
let sending = false;

async function taken(input, of, room, seen = null) {
  const picture = await pictureOf(input, room, seen);
  if (!picture) return;
  if (item) await letGo(item.id);
  card = of;
  const { hazard, number, zoneName } = card.dataset;
  item = born("hazards.submit_fix", { hazard }, { person, photos: [picture.bytes], place: zoneName, about: number });
  sendAhead(item);
  write(sheet.querySelector(".about"), [card.querySelector("h2").textContent, number].join(" · "));
  sheet.querySelector(".was").src = card.querySelector(".picture img").src;
  sheet.querySelector(".now").src = picture.url;
  jobs.hidden = true;
  sheet.hidden = false;
  window.scrollTo(0, 0);
}

async function handIn() {
  if (sending || !item) return;
  sending = true;
  if (!item.tried) item.args = { ...item.args, note: sheet.querySelector(".note").value.trim() };
  current = item.id;
  const given = await sendNow(item, sheet, sheet.querySelector(".send")).finally(() => (sending = false));
  if (given) handedIn();
}

function handedIn() {
  if (!item) return;
  sheet.hidden = true;
  done.hidden = false;
  write(done.querySelector(".number"), card.dataset.number);
  window.scrollTo(0, 0);
  item = null;
}

// Through the viewfinder where there is one, else by the phone's own camera.
function onCamera(input, card, room) {
  let own = !canLook();
  input.addEventListener("click", async (event) => {
    if (own) return;
    event.preventDefault();
    const seen = await lookThrough(card().querySelector(".picture img")?.src ?? "");
    own = seen === undefined;
    if (own) input.click();
    else if (seen) await taken(input, card(), room, seen);
  });
  onPhoto(input, () => taken(input, card(), room));
}

for (const one of document.querySelectorAll(".card:has(.after)")) {
  onCamera(one.querySelector(".after"), () => one, one);
  const button = one.querySelector(".accept");
  if (!button) continue;
  button.addEventListener("click", () => ask(one, button, "hazards.accept", {}));
  button.disabled = false;
}
onCamera(sheet.querySelector(".again"), () => card, sheet);
sheet.querySelector(".send").addEventListener("click", handIn);
sheet.querySelector(".cancel").addEventListener("click", async () => {
  if (item && !item.tried) await letGo(item.id);
  location.reload();
});
window.addEventListener("anhuan-sent", (event) => {
  if (event.detail.id !== current) return;
  event.preventDefault();
  handedIn();
});

offerScan(document.getElementById("scan"), () => write(document.getElementById("scanned"), say("phone.js.no_label")));
