// A drill's run sheet: the stopwatch runs by the hub's clock, each step is marked by one press and counts from the moment of
// the press, also where it is sent later. A finding goes the way of every hazard and is tied to the drill.

import { onPhoto, pictureOf, problem, sendNow } from "./photo_form.js";
import { born, deliver, Refusal } from "./send.js";
import { say, sayRefused } from "./words.js";

const page = document.getElementById("drill");
const { drill, name, seal, begun, now } = page.dataset;
const person = document.body.dataset.person;
const watch = page.querySelector(".stopwatch");
const ahead = Date.now() - Date.parse(now); // how far this phone's clock is from the hub's

function tick() {
  const seconds = Math.max(0, Math.floor((Date.now() - ahead - Date.parse(begun)) / 1000));
  watch.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

async function ask(press, kind, args) {
  press.disabled = true;
  problem(page);
  try {
    await deliver(born(kind, { drill, ...args }, { person, about: name }));
    location.reload();
  } catch (fault) {
    problem(page, fault instanceof Refusal ? sayRefused(fault) : say("phone.js.no_hub"));
    press.disabled = false;
  }
}

if (watch) {
  tick();
  setInterval(tick, 500);
}

const begin = page.querySelector(".begin");
begin?.addEventListener("click", () => ask(begin, "drills.begin", {}));
const join = page.querySelector(".join");
join?.addEventListener("click", () => ask(join, "drills.join", { seal }));
const end = page.querySelector(".end");
end?.addEventListener("click", () => {
  if (end.textContent === end.dataset.sure) ask(end, "drills.end", {});
  else end.textContent = end.dataset.sure;
});

// A step that was done is told at once, with or without a photo.
async function mark(row, press, photos) {
  const item = born("drills.mark", { drill, step: Number(row.dataset.step) }, { person, photos, about: name });
  if (await sendNow(item, row, press)) location.reload();
}

for (const row of page.querySelectorAll(".sheet_steps li")) {
  const press = row.querySelector(".mark_step");
  if (!press) continue;
  const camera = row.querySelector(".step_photo");
  press.addEventListener("click", () => mark(row, press, []));
  onPhoto(camera, async () => {
    const picture = await pictureOf(camera, row);
    if (picture) await mark(row, press, [picture.bytes]);
  });
  press.disabled = false;
}

const room = page.querySelector("#finding");
if (room) {
  let picture = null;
  let hazard = null;
  const [camera, press] = [room.querySelector(".find_photo"), room.querySelector(".find")];
  onPhoto(camera, async () => {
    picture = (await pictureOf(camera, room)) ?? picture;
    const shown = room.querySelector("img");
    if (picture) Object.assign(shown, { src: picture.url, hidden: false });
  });
  press.addEventListener("click", async () => {
    if (!picture) return problem(room, say("phone.js.drill.photo_first"));
    const place = room.querySelector(".where");
    const args = { zone: place.value, description: room.querySelector(".what").value.trim(), category: "other" };
    if (!hazard?.tried) hazard = born("hazards.report", args, { person, photos: [picture.bytes], place: place.selectedOptions[0].text });
    const given = await sendNow(hazard, room, press);
    if (given) await ask(press, "drills.find", { hazard: hazard.id });
  });
  press.disabled = false;
}
for (const press of [begin, join, end]) if (press) press.disabled = false;
