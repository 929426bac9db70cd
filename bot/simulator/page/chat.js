// The page: one to three phones side by side, kept as they were when the page is opened again.

import { live, line, watch } from "./line.js";
import { startPanel } from "./panel.js";
import { Phone } from "./phone.js";

const MEMORY = "phones";
const phones = [];

const remembered = () => {
  try { return JSON.parse(sessionStorage.getItem(MEMORY)) ?? []; } catch { return []; }
};
const remember = () => sessionStorage.setItem(MEMORY, JSON.stringify(phones.map(({ chosen, speaker }) => ({ chosen, speaker }))));

function show(count) {
  const place = document.getElementById("phones");
  const before = remembered();
  while (phones.length > count) phones.pop().element.remove();
  while (phones.length < count) {
    const phone = new Phone(phones.length, before[phones.length]);
    phones.push(phone);
    place.append(phone.element);
    if (line.people.length) phone.start();
  }
  remember();
  document.querySelectorAll("[data-phones]").forEach((one) => one.setAttribute("aria-pressed", String(Number(one.dataset.phones) === count)));
}

document.querySelectorAll("[data-phones]").forEach((one) => one.addEventListener("click", () => show(Number(one.dataset.phones))));
document.addEventListener("phones-changed", remember);
startPanel();
show(remembered().length || (innerWidth < 800 ? 1 : 2));
watch(() => phones.forEach((phone) => phone.update()));
live();
