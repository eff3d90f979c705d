"use strict";
document.documentElement.classList.add("script");
const cards = [...document.querySelectorAll("#findings .card")];
const filter = document.getElementById("filter");
if (filter) {
  filter.addEventListener("input", () => {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const card of cards) {
      const text = card.textContent.toLowerCase();
      card.classList.toggle("hidden", !words.every((word) => text.includes(word)));
    }
  });
  document.getElementById("unfold").addEventListener("click", () => {
    const open = cards.some((card) => !card.open && !card.classList.contains("hidden"));
    for (const card of cards) card.open = open;
  });
}
const reveal = () => {
  const target = location.hash && document.getElementById(location.hash.slice(1));
  for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  if (target) target.scrollIntoView();
};
addEventListener("hashchange", reveal);
reveal();
for (const picture of document.querySelectorAll(".picture .scroll")) {
  const end = picture.querySelector(".end");
  const show = () => { if (end) picture.scrollLeft = Math.max(0, end.x1.baseVal.value - picture.clientWidth * 0.8); };
  const card = picture.closest("details");
  if (card) card.addEventListener("toggle", show);
  show();
}
