// The bottom of a phone: text, photo, voice, sticker, place.

import { button, closeSheet, make, sheet } from "./dom.js";
import { tell } from "./line.js";
import { faceFor } from "./messages.js";
import { samplePhoto, tone } from "./samples.js";
import { sign } from "./signs.js";

const PLACES = [
  ["ขอนแก่น", 16.4419, 102.836], ["อุบลราชธานี", 15.2287, 104.8564],
  ["หาดใหญ่", 7.0086, 100.4747], ["เชียงใหม่", 18.7883, 98.9853],
];
const STICKERS = ["ตกลง", "ขอบคุณ", "เสียใจ", "ดีใจ"];

export class Composer {
  constructor(phone) {
    this.phone = phone;
    this.text = make("textarea", { rows: "1", "aria-label": "ข้อความ", placeholder: "พิมพ์ข้อความ", "data-testid": "composer" });
    this.text.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.send(); }
    });
    const tool = (label, act, id) => button(sign(id), act, { class: "tool", "aria-label": label, title: label, "data-testid": id });
    this.element = make("div", { class: "composer" },
      make("div", { class: "tools" },
        tool("รูปภาพ", () => this.photo(), "photo"), tool("เสียงพูด", () => this.voice(), "voice"),
        tool("สติกเกอร์", () => this.sticker(), "sticker"), tool("ตำแหน่ง", () => this.place(), "pin")),
      this.text, button("ส่ง", () => this.send(), { class: "send", "data-testid": "send" }));
  }

  send() {
    const text = this.text.value.trim();
    if (!text) return;
    this.text.value = "";
    tell("says", { ...this.phone.where(), text });
  }

  type(text) {
    this.text.value = text;
    this.text.focus();
  }

  photo() {
    const send = (photos) => { tell("sends_photos", { ...this.phone.where(), photos }); closeSheet(); };
    const input = make("input", { type: "file", id: "photo-file", accept: "image/*", multiple: true, "data-testid": "photo-file" });
    input.addEventListener("change", async () => send(await Promise.all([...input.files].map(asDataAddress))));
    sheet("ส่งรูป",
      button("🌊 รูปตัวอย่าง 1 รูป", () => send([samplePhoto(1)]), { class: "strong", "data-testid": "photo-sample" }),
      button("รูปตัวอย่าง 2 รูป", () => send([samplePhoto(1), samplePhoto(2)]), { "data-testid": "photo-samples" }),
      make("label", { for: "photo-file" }, "หรือเลือกจากเครื่อง"), input);
  }

  voice() {
    const send = (seconds) => { tell("sends_voice", { ...this.phone.where(), data: tone(seconds), ms: seconds * 1000 }); closeSheet(); };
    sheet("ส่งเสียงพูด (ตัวอย่าง)", make("div", { class: "row" },
      ...[5, 12, 20].map((seconds) => button(`${seconds} วินาที`, () => send(seconds), { "data-testid": `voice-${seconds}` }))));
  }

  sticker() {
    const send = (word, place) => {
      tell("sends_sticker", { ...this.phone.where(), package: "446", sticker: String(1988 + place), keywords: [word] });
      closeSheet();
    };
    sheet("สติกเกอร์", make("div", { class: "row stickers" }, ...STICKERS.map((word, place) =>
      button(faceFor([word]), () => send(word, place), { "aria-label": word, title: word, "data-testid": `sticker-${place}` }))));
  }

  place() {
    const send = (title, lat, lon) => { tell("pins", { ...this.phone.where(), title, lat, lon }); closeSheet(); };
    const number = (id, label, value) => [make("label", { for: id }, label), make("input", { id, type: "number", step: "any", required: true, value, "data-testid": id })];
    const form = make("form", { onsubmit: (event) => {
      event.preventDefault();
      send("", Number(form.querySelector("#pin-lat").value), Number(form.querySelector("#pin-lon").value));
    } }, ...number("pin-lat", "ละติจูด", "16.4419"), ...number("pin-lon", "ลองจิจูด", "102.8360"), make("button", { "data-testid": "pin-own" }, "ส่งพิกัดนี้"));
    sheet("ส่งตำแหน่ง", make("div", { class: "row" }, ...PLACES.map(([name, lat, lon], place) =>
      button(name, () => send(name, lat, lon), { "data-testid": `pin-${place}` }))), form);
  }
}

function asDataAddress(file) {
  return new Promise((done) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => done(reader.result));
    reader.readAsDataURL(file);
  });
}
