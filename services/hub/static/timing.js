// How long people take over a form, field by field, so that the form can be made shorter. Nothing of who or where goes
// along: no sign-in, no label, only spans; the hub keeps the day.

let form = "";
let at = 0;
let last = "open";
let done = false;
const fields = {};

// From the page's opening on, which is where its clock begins.
export function measure(name) {
  form = name;
  window.addEventListener("pagehide", () => told(false));
}

// The person has come as far as this field; what passed since the one before counts as its time.
export function reached(field) {
  const now = performance.now();
  fields[field] = Math.round((fields[field] ?? 0) + now - at);
  at = now;
  last = field;
}

// It went, or the page was left. Once for each filling in.
export function told(sent) {
  if (done || !form) return;
  done = true;
  const body = JSON.stringify({ form, sent, last, total_ms: Math.round(performance.now()), fields });
  const headers = { "Content-Type": "application/json" };
  fetch("/api/form-times", { method: "POST", body, headers, keepalive: true, credentials: "omit" }).catch(() => {});
}
