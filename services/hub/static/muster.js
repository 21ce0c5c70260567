// The muster: ticks are kept and sent like everything else, so that a dead spot at the assembly point loses none. Beginning
// and ending one take two presses and the hub. While it goes on, the page looks again now and then.

import { keep, seen } from "./kept.js";
import { problem } from "./photo_form.js";
import { born, deliver, Refusal } from "./send.js";
import { showUnsent } from "./strip.js";
import { say, sayRefused } from "./words.js";

const AGAIN_MS = 20_000;
const page = document.getElementById("muster");
const person = document.body.dataset.person;
const { muster } = page.dataset;
const seek = document.getElementById("seek");
const count = document.getElementById("count");

function counted(more) {
  count.dataset.there = Number(count.dataset.there) + more;
  count.textContent = say("phone.js.muster_count").replace("{there}", count.dataset.there).replace("{all}", count.dataset.all);
}

const trouble = (fault) => problem(page, fault instanceof Refusal ? sayRefused(fault) : say("phone.js.no_hub"));

async function tick(row, button, found) {
  button.disabled = true;
  problem(page);
  const args = { muster, person: row.dataset.person, found };
  const item = born("musters.tick", args, { person, about: row.dataset.name });
  const staying = await keep(item);
  try {
    await deliver(item);
    await seen(item.id); // the page shows it
  } catch (fault) {
    if (fault instanceof Refusal || !staying) {
      trouble(fault);
      button.disabled = false;
      return;
    }
    await showUnsent();
  }
  row.classList.toggle("done", found === "safe");
  counted(found === "safe" ? 1 : -1);
  button.replaceWith(pressed(row, found !== "safe"));
}

function pressed(row, safe) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = safe ? "safe" : "plain back";
  made.textContent = say(safe ? "phone.js.muster_safe" : "phone.js.muster_back");
  ready(row, made);
  return made;
}

function ready(row, button) {
  const found = button.classList.contains("safe") ? "safe" : "open";
  button.addEventListener("click", () => tick(row, button, found));
  button.disabled = false;
}

// The first press asks, the second does it.
function twice(button, work) {
  const usual = button.textContent;
  let asked = false;
  button.addEventListener("click", async () => {
    if (asked) {
      await work();
      return;
    }
    asked = true;
    button.textContent = button.dataset.sure;
    setTimeout(() => {
      asked = false;
      if (!button.disabled) button.textContent = usual;
    }, 6000);
  });
  button.disabled = false;
}

async function sent(kind, args, button) {
  button.disabled = true;
  problem(page);
  try {
    await deliver(born(kind, args, { person, about: say("phone.js.muster") }));
    location.reload();
  } catch (fault) {
    trouble(fault);
    button.disabled = false;
  }
}

function sought() {
  const wanted = seek.value.trim().toLowerCase();
  for (const row of page.querySelectorAll(".roll .one")) row.hidden = !row.dataset.name.toLowerCase().includes(wanted);
}

function lookAgain() {
  if (!seek.value && document.visibilityState === "visible") location.reload();
  else setTimeout(lookAgain, AGAIN_MS);
}

for (const row of page.querySelectorAll(".roll .one")) {
  const button = row.querySelector("button");
  if (button) ready(row, button);
}
for (const button of page.querySelectorAll(".begin")) twice(button, () => sent("musters.begin", { muster_why: button.dataset.why }, button));
const end = page.querySelector(".end");
if (end) twice(end, () => sent("musters.end", { muster }, end));
if (seek) {
  seek.addEventListener("input", sought);
  setTimeout(lookAgain, AGAIN_MS);
}
