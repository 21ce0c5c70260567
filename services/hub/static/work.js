// My work: take a job on, take the photo after, hand it in.

import { letGo } from "./kept.js";
import { onPhoto, pictureOf, problem, sendNow } from "./photo_form.js";
import { born, deliver, Refusal, sendAhead } from "./send.js";
import { say, sayRefused } from "./words.js";

const person = document.body.dataset.person;
const [jobs, sheet, done] = ["jobs", "fix", "handed_in"].map((id) => document.getElementById(id));
let item = null;
let card = null;
let current = "";
let sending = false;

async function taken(input, of, room) {
  const picture = await pictureOf(input, room);
  if (!picture) return;
  if (item) await letGo(item.id);
  card = of;
  const { hazard, number, zoneName } = card.dataset;
  item = born("hazards.submit_fix", { hazard }, { person, photos: [picture.bytes], place: zoneName, about: number });
  sendAhead(item);
  sheet.querySelector(".about").textContent = [card.querySelector("h2").textContent, number].join(" · ");
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
  done.querySelector(".number").textContent = card.dataset.number;
  window.scrollTo(0, 0);
  item = null;
}

async function accept(button, of) {
  button.disabled = true;
  const acceptance = born("hazards.accept", { hazard: of.dataset.hazard }, { person });
  try {
    await deliver(acceptance);
    location.reload();
  } catch (fault) {
    problem(of, fault instanceof Refusal ? sayRefused(fault) : say("phone.js.no_hub"));
    button.disabled = false;
  }
}

for (const one of document.querySelectorAll(".card")) {
  const camera = one.querySelector(".after");
  onPhoto(camera, () => taken(camera, one, one));
  const button = one.querySelector(".accept");
  if (!button) continue;
  button.addEventListener("click", () => accept(button, one));
  button.disabled = false;
}
const again = sheet.querySelector(".again");
onPhoto(again, () => taken(again, card, sheet));
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
