// The items of a checklist, each as a room with large buttons, a figure, a choice, a photo or a signature.

import { onPhoto, pictureOf } from "./photo_form.js";
import { signaturePad } from "./signature.js";
import { clockTime, say } from "./words.js";

const MOST_SHOTS = 3;
const BUILD = { pass_fail: passFail, number: figure, sensor: figure, choice: choices, photo: picture, signature: sign, text: wordsOf, date: wordsOf };

// Answers { room, item, outcome, value, choice, shots, pad }: what the script knows of one item while it is answered.
export function itemRoom(item, number, changed) {
  const room = document.getElementById("item").content.firstElementChild.cloneNode(true);
  const one = { item, room, outcome: "", value: null, choice: "", shots: [], pad: null, changed };
  room.dataset.key = item.key;
  room.querySelector(".text").textContent = `${number}. ${item.text}`;
  if (!item.required) room.querySelector("legend").append(" ", element("em", say("phone.js.optional")));
  const hint = room.querySelector(".hint");
  hint.textContent = item.hint;
  hint.hidden = !item.hint;
  BUILD[item.kind](one, room.querySelector(".answer"));
  const camera = room.querySelector(".more input[type=file]");
  onPhoto(camera, () => shot(one, camera));
  return one;
}

// What is still to be done before the item counts as answered; "" when it does.
export function missing({ item, room, outcome, shots, pad }) {
  if (outcome === "fail" && item.opens && !shots.length) return say("phone.js.fail_photo");
  if (outcome) return "";
  if (item.kind === "photo") return item.required && !shots.length ? say("phone.js.no_answer") : "";
  if (isWords(item)) return item.required && !textIn(room) ? say("phone.js.no_answer") : "";
  if (item.kind === "signature") return item.required && !pad.signed() ? say("phone.js.no_answer") : "";
  return item.required ? say("phone.js.no_answer") : "";
}

// The result as the operation takes it; its photos are added to all photos. Null for what was left out.
export function answered(one, photos) {
  const { item, room, outcome, value, choice, shots, pad } = one;
  const named = (bytes) => "@photo:" + (photos.push(bytes) - 1);
  const signature = pad?.signed() && outcome !== "not_applicable" ? named(pad.bytes()) : "";
  const text = isWords(item) && outcome !== "not_applicable" ? textIn(room) : "";
  if (!outcome && !shots.length && !signature && !text) return null;
  const result = { key: item.key, item: item.text, outcome: outcome || "pass", photos: shots.map(({ bytes }) => named(bytes)) };
  const note = text || room.querySelector(".more .line").value.trim();
  if (note) result.note = note;
  if (value !== null && outcome !== "not_applicable") result.value = value;
  if (choice && outcome !== "not_applicable") result.choice = choice;
  if (signature) result.signature = signature;
  return result;
}

function set(one, outcome) {
  one.outcome = outcome;
  one.room.dataset.outcome = outcome;
  const more = one.room.querySelector(".more");
  more.hidden = one.item.kind !== "photo" && (one.item.plain || outcome !== "fail");
  more.querySelector("p").textContent = outcome === "fail" && one.item.opens ? say("phone.js.opens_hazard") : "";
  one.changed();
}

function passFail(one, answer) {
  answer.append(buttons(one, [["pass", say("phone.js.pass")], ["fail", say("phone.js.fail")], ["not_applicable", say("phone.js.not_applicable")]], (code) => set(one, code)));
}

function choices(one, answer) {
  const { item } = one;
  const offered = [...item.choices.map((choice) => [choice, choice]), ["", say("phone.js.not_applicable")]];
  answer.append(
    buttons(one, offered, (choice) => {
      one.choice = choice;
      set(one, !choice ? "not_applicable" : item.bad.includes(choice) ? "fail" : "pass");
    }),
  );
}

// A figure with its limits, green within them and red outside; a sensor's stands there already.
function figure(one, answer) {
  const { item } = one;
  const line = element("div", "", "figure");
  const input = element("input", "");
  Object.assign(input, { inputMode: "decimal", autocomplete: "off", enterKeyHint: "done" });
  input.setAttribute("aria-label", item.text);
  line.append(input, element("span", item.unit, "unit"));
  const limits = element("p", limitsOf(item), "small limits");
  answer.append(line, limits, buttons(one, [["not_applicable", say("phone.js.not_applicable")]], () => {
    input.value = "";
    one.value = null;
    set(one, "not_applicable");
  }));
  input.addEventListener("input", () => read(one, input, limits));
  if (!item.reading) return;
  input.value = String(item.reading.value);
  limits.textContent = [limitsOf(item), say("phone.js.from_sensor", { sensor: item.reading.of, time: clockTime(item.reading.at) })].filter(Boolean).join(" · ");
  read(one, input, limits);
}

function read(one, input, limits) {
  const { low, high } = one.item;
  const value = Number(input.value.trim().replace(",", ".").replace("，", ".").replace("。", "."));
  const given = input.value.trim() !== "" && Number.isFinite(value);
  for (const radio of one.room.querySelectorAll(".answer input[type=radio]")) radio.checked = false;
  one.value = given ? value : null;
  const outside = given && ((low !== null && value < low) || (high !== null && value > high));
  limits.classList.toggle("outside", outside);
  set(one, !given ? "" : outside ? "fail" : "pass");
}

function limitsOf({ low, high, unit }) {
  if (low === null && high === null) return "";
  if (low === null) return say("phone.js.at_most", { high, unit });
  return high === null ? say("phone.js.at_least", { low, unit }) : say("phone.js.between", { low, high, unit });
}

function picture(one) {
  one.room.querySelector(".more").hidden = false;
  one.room.querySelector(".more .line").hidden = true;
}

function sign(one, answer) {
  one.pad = signaturePad(() => set(one, one.pad.signed() ? "pass" : ""));
  answer.append(one.pad.room);
}

// An answer in the person's own words, or a day.
function wordsOf(one, answer) {
  const line = element("input", "", "line words");
  Object.assign(line, { type: "text", maxLength: 200, autocomplete: "off", enterKeyHint: "done", placeholder: say("phone.js.words_here") });
  if (one.item.kind === "date") line.type = "date";
  line.setAttribute("aria-label", one.item.text);
  line.addEventListener("input", () => one.changed());
  answer.append(line);
}

const isWords = ({ kind }) => kind === "text" || kind === "date";
const textIn = (room) => room.querySelector(".words").value.trim();

async function shot(one, camera) {
  const found = await pictureOf(camera, document.getElementById("form"));
  if (!found) return;
  one.shots = [...one.shots, found].slice(-MOST_SHOTS);
  one.room.querySelector(".shots").replaceChildren(...one.shots.map(({ url }) => Object.assign(element("img", ""), { src: url, alt: one.item.text })));
  if (one.item.kind === "photo") set(one, "pass");
  else one.changed();
}

function buttons(one, offered, chosen) {
  const row = element("div", "", "big");
  for (const [code, text] of offered) {
    const tile = element("label", "", "tile " + code);
    const radio = element("input", "");
    Object.assign(radio, { type: "radio", name: "item-" + one.item.key, value: code });
    radio.addEventListener("change", () => chosen(code));
    tile.append(radio, element("span", text, "face"));
    row.append(tile);
  }
  return row;
}

function element(name, text, kind = "") {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = kind;
  return made;
}
