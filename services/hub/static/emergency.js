// Emergency plans: those of the scanned label's zone come first and stand open. It works on the kept page as well, whose
// address says which label it was.

const page = document.getElementById("emergency");
const asked = new URLSearchParams(location.search);
const code = (asked.get("label") ?? "").split(".")[0];
const zone = asked.get("zone") ?? "";
const cards = [...page.querySelectorAll(".plan_card")];
const words = (text) => (text ?? "").split(" ");
const mine = cards.filter((one) => (code && words(one.dataset.codes).includes(code)) || (zone && words(one.dataset.zones).includes(zone)));
const first = mine.length ? mine : code || zone ? cards.filter((one) => "whole" in one.dataset) : [];
const head = page.querySelector(".place");

for (const one of [...first].reverse()) head.after(one);
if (first.length) first[0].open = true;
if (cards.length === 1) cards[0].open = true;
if (mine.length) {
  page.querySelector(".where").textContent = asked.get("name") || code;
  head.hidden = false;
}
