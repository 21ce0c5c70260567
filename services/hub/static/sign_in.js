// Signing in and out.

import { problem } from "./photo_form.js";
import { call, Refusal } from "./send.js";
import { say, sayRefused } from "./words.js";

const page = document.getElementById("sign_in");
const form = page.querySelector("form");
const out = page.querySelector(".out");

async function ask(path, body, then, button) {
  button.disabled = true;
  problem(page);
  try {
    await call("POST", path, JSON.stringify(body));
    location.assign(then);
  } catch (fault) {
    problem(page, fault instanceof Refusal ? sayRefused(fault) : say("phone.js.no_hub"));
    button.disabled = false;
  }
}

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const [login, secret] = [form.elements.login.value.trim(), form.elements.secret.value.trim()];
  if (!login || !secret) return problem(page, say("phone.js.both_needed"));
  ask("/api/sign-in", { login, secret }, page.dataset.next, form.querySelector("button"));
});
out?.addEventListener("click", () => ask("/api/sign-out", {}, "/", out));
// A code's QR leads here with both behind the '#', which no browser sends to anybody; the tap is the person's own.
const scanned = /^#([\w-]+)\.([0-9A-Z]{8})$/.exec(location.hash);
if (form && scanned) {
  [form.elements.login.value, form.elements.secret.value] = scanned.slice(1);
  history.replaceState(null, "", location.pathname + location.search);
}
for (const button of page.querySelectorAll("button")) button.disabled = false; // before this, a tap would do nothing
