// The plant's own fields on a form: asked item by item as a check-in is; told with the version that was asked,
// so that what a phone has kept in a dead spot is judged by what it showed.

import { answered, itemRoom, missing } from "./check_items.js";
import { problem } from "./photo_form.js";
import { say } from "./words.js";

// `fields` is { form, items } as the page has it, or null. What they hold of photos is added to `photos`.
export function extraFields(fields) {
  const place = document.getElementById("extra");
  const rooms = (fields?.items ?? []).map((item, index) => itemRoom({ ...item, plain: true }, index + 1, () => {}));
  place?.querySelector(".fields").replaceChildren(...rooms.map(({ room }) => room));
  if (place) place.hidden = !rooms.length;
  return { complete: (form) => complete(form, rooms), args: (photos) => argsOf(fields, rooms, photos) };
}

function argsOf(fields, rooms, photos) {
  if (!rooms.length) return {};
  return { extra: rooms.map((one) => answered(one, photos)).filter(Boolean), extra_form: fields.form };
}

// Whether all that must be is filled in; else it is said, and brought into sight.
function complete(form, rooms) {
  const open = rooms.find((one) => missing(one));
  if (!open) return true;
  problem(form, say("phone.js.extra_missing", { item: open.item.text }));
  open.room.scrollIntoView({ block: "center" });
  return false;
}
