// Ids, devices, turns and clocks of what this phone sends.

export function newId(milliseconds = Date.now()) {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let place = 0; place < 6; place++) bytes[place] = Math.floor(milliseconds / 256 ** (5 - place)) % 256;
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

// The monotonic clock runs from the opening of a page, and may stand still while the phone sleeps. Where it and the wall
// clock part, another boot begins: the hub trusts it within one only.
const APART_MS = 2000;
let boot = "";
let lead = 0;

export function clock() {
  const [wall, steady] = [Date.now(), performance.now()];
  if (!boot || Math.abs(wall - steady - lead) > APART_MS) [boot, lead] = ["page-" + newId(), wall - steady];
  return { wall: new Date(wall).toISOString(), mono: steady / 1000, boot };
}

// Without a name every report comes from a device of its own, so that nobody can join one person's reports.
export const unnamedDevice = () => "phone-" + newId();

export function phoneDevice() {
  return remembered("anhuan.device") || remember("anhuan.device", "phone-" + newId());
}

export const nextTurn = () => Number(remembered("anhuan.turn") || 0) + 1;
export const turnTaken = (n) => n >= nextTurn() && remember("anhuan.turn", String(n));

const forgetful = new Map(); // where a browser keeps nothing, the page does

function remembered(name) {
  try {
    return localStorage.getItem(name) || forgetful.get(name);
  } catch {
    return forgetful.get(name);
  }
}

function remember(name, value) {
  forgetful.set(name, value);
  try {
    localStorage.setItem(name, value);
  } catch {
    // the value stays in the page
  }
  return value;
}
