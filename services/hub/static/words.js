// The sentences that scripts say, in the page's language; they come with the page.

const sentences = JSON.parse(document.getElementById("words").textContent);

export function say(key, facts = {}) {
  const sentence = sentences[key] ?? sentences["refused.unknown"];
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => facts[name] ?? whole);
}

export const sayRefused = (refusal) => say("refused." + refusal.code, { code: refusal.code, ...refusal.facts });

export function clockTime(moment) {
  const at = new Date(moment);
  return String(at.getHours()).padStart(2, "0") + ":" + String(at.getMinutes()).padStart(2, "0");
}
