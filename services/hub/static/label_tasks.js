// Labels to be replaced: whoever has put up the new one says so with a word.

import { sendNow } from "./photo_form.js";
import { born } from "./send.js";

const person = document.body.dataset.person;

for (const card of document.querySelectorAll(".card")) {
  const [word, button] = [card.querySelector(".word"), card.querySelector(".done")];
  let item = null;
  const said = () => (button.disabled = !word.value.trim());
  word.addEventListener("input", said);
  button.addEventListener("click", async () => {
    const { task, zoneName } = card.dataset;
    const args = { label_replacement: task, word: word.value.trim() };
    if (!item?.tried) item = born("label_replacements.close", args, { person, place: zoneName, about: args.word });
    if (await sendNow(item, card, button)) card.remove();
  });
  said(); // on a slow line the word may stand there before this script does
}
