// The panel beside the phones: the clock, things going wrong, and all that was exchanged.

import { button, dayAndHour, make } from "./dom.js";
import { fault, forums, jump, line, watch } from "./line.js";

const $ = (id) => document.getElementById(id);
let ahead = [];

export function startPanel() {
  $("panel-toggle").addEventListener("click", () => {
    $("panel").hidden = !$("panel").hidden;
    $("panel-toggle").setAttribute("aria-expanded", String(!$("panel").hidden));
    if (!$("panel").hidden) listForums();
  });
  document.querySelectorAll("[data-fault]").forEach((one) => {
    one.dataset.testid = `fault-${one.dataset.fault}`;
    one.addEventListener("click", () => fault(one.dataset.fault));
  });
  $("clock-list").addEventListener("click", listForums);
  $("clock-invite").addEventListener("click", () => goTo(nextInvitation()));
  $("clock-form").addEventListener("submit", (event) => { event.preventDefault(); goTo(`${$("clock-at").value}:00+07:00`); });
  $("exchange-box").addEventListener("toggle", () => line.exchange.forEach(showExchange));
  watch(update);
}

function update(heard) {
  $("quota").textContent = line.quota.limit === null ? `${line.quota.used}` : `${line.quota.used} / ${line.quota.limit}`;
  $("clock-now").textContent = `เวลาของไลน์จำลอง ${dayAndHour(line.now * 1000)}`;
  $("breaches").replaceChildren(...line.breaches.map((words) => make("li", {}, words)));
  if ($("exchange-box").open) heard.exchange.forEach(showExchange);
}

function showExchange(one) {
  const known = $(`exchange-${one.id}`);
  if (known?.dataset.changed === String(one.changed)) return;
  const heard = one.direction === "webhook";
  const fine = one.status >= 200 && one.status < 300 ? "fine" : one.status === null ? "" : "bad";
  const drawn = make("li", { id: `exchange-${one.id}`, class: heard ? "webhook" : "api", "data-changed": one.changed }, make("details", {},
    make("summary", {}, `${heard ? "↓ ถึงบอต" : "↑ จากบอต"} ${one.method} ${one.path} `, make("b", { class: fine }, one.lost ? `${one.status} (ไม่ส่งคำตอบ)` : String(one.status ?? "…"))),
    make("pre", {}, JSON.stringify({ body: one.body, response: one.response, headers: one.headers }, null, 1))));
  if (known) known.replaceWith(drawn);
  else $("exchange").prepend(drawn);
}

async function listForums() {
  const heard = await forums();
  ahead = heard.forums;
  $("forums").replaceChildren(...ahead.map(forumRow));
  $("clock-invite").disabled = !nextInvitation();
  say(ahead.length ? "" : heard.output || "ยังไม่มีเวที");
}

const THAI = {
  north: "ภาคเหนือ", northeast: "ภาคอีสาน", central_west: "ภาคกลางและตะวันตก", bkk_east: "กรุงเทพฯ และตะวันออก", south: "ภาคใต้", national: "ส่วนกลาง",
  planned: "ยังไม่เชิญ", invited: "เชิญแล้ว", cancelled: "งด", held: "จัดแล้ว",
  going: "ตอบว่าไป", people: "รวมคน", not_going: "ไม่สะดวก",
};
const thai = (word) => THAI[word] ?? word ?? "";

function forumRow(forum) {
  const answers = Object.entries(forum.rsvp ?? {}).map(([answer, count]) => `${thai(answer)} ${count}`).join(" · ");
  return make("li", {},
    make("strong", {}, `เวทีฟอรัม ${thai(forum.region)}`),
    make("div", {}, `จัด ${dayAndHour(forum.at)} (${thai(forum.state)})`),
    forum.invite_at ? make("div", {}, `เชิญ ${dayAndHour(forum.invite_at)} `, button("ข้ามไปวันนี้", () => goTo(forum.invite_at), { class: "small" })) : null,
    answers ? make("div", {}, answers) : null);
}

// The earliest invitation that is still to come.
function nextInvitation() {
  const coming = ahead.map((forum) => forum.invite_at).filter((at) => at && new Date(at).getTime() > line.now * 1000);
  return coming.sort((one, other) => new Date(one) - new Date(other))[0];
}

async function goTo(at) {
  if (!at) return;
  say("กำลังข้ามเวลา…");
  const heard = await jump(at);
  await listForums();
  say(heard.output || "ข้ามเวลาแล้ว");
}

function say(words) {
  $("clock-output").textContent = words;
  $("clock-output").hidden = !words;
}
