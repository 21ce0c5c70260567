// A signature with the finger, as a picture.

import { say } from "./words.js";

const [WIDTH, HEIGHT] = [720, 240];

// Answers { room, signed, bytes }; `changed` hears when something was drawn or wiped off.
export function signaturePad(changed) {
  const room = document.createElement("div");
  const pad = document.createElement("canvas");
  const wipe = document.createElement("button");
  const pen = pad.getContext("2d");
  let drawn = false;
  Object.assign(pad, { width: WIDTH, height: HEIGHT, className: "pad" });
  Object.assign(wipe, { type: "button", className: "plain wide", textContent: say("phone.js.sign_again") });
  pad.setAttribute("aria-label", say("phone.js.sign_here"));
  room.append(pad, wipe);

  function clear() {
    pen.fillStyle = "#FFFFFF";
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    Object.assign(pen, { strokeStyle: "#14181D", lineWidth: 5, lineCap: "round", lineJoin: "round" });
    drawn = false;
  }

  function at(event) {
    const box = pad.getBoundingClientRect();
    return [((event.clientX - box.left) * WIDTH) / box.width, ((event.clientY - box.top) * HEIGHT) / box.height];
  }

  pad.addEventListener("pointerdown", (event) => {
    pad.setPointerCapture(event.pointerId);
    pen.beginPath();
    pen.moveTo(...at(event));
  });
  pad.addEventListener("pointermove", (event) => {
    if (!pad.hasPointerCapture(event.pointerId)) return;
    pen.lineTo(...at(event));
    pen.stroke();
    if (drawn) return;
    drawn = true;
    changed();
  });
  wipe.addEventListener("click", () => {
    clear();
    changed();
  });
  clear();
  return { room, signed: () => drawn, bytes: () => bytesOf(pad.toDataURL("image/jpeg", 0.9)) };
}

function bytesOf(address) {
  const text = atob(address.split(",")[1]);
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0)).buffer;
}
