// The sentences that scripts say, in the page's language; they come with the page.

const sentences = JSON.parse(document.getElementById("words").textContent);

export function say(key, facts = {}) {
  const sentence = sentences[key] ?? sentences["refused.unknown"];
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => facts[name] ?? whole);
}

// A text in its place, numbers such as YH-20260101-0001 held together: a narrow phone would break them at a hyphen.
export function write(place, text) {
  const pieces = String(text).split(/([A-Z]{1,4}(?:-[0-9A-Z]+)+)/);
  place.replaceChildren(...pieces.map((piece, at) => (at % 2 ? whole(piece) : piece)));
}

const whole = (text) => Object.assign(document.createElement("span"), { className: "whole", textContent: text });

export const sayRefused = (refusal) => say("refused." + refusal.code, { code: refusal.code, ...refusal.facts });

export function clockTime(moment) {
  const at = new Date(moment);
  return String(at.getHours()).padStart(2, "0") + ":" + String(at.getMinutes()).padStart(2, "0");
}
