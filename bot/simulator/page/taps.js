// What a tap does on the phone itself, before or instead of telling LINE.

import { button, closeSheet, make, sheet, trouble } from "./dom.js";
import { tell } from "./line.js";

const INPUT = { date: "date", time: "time", datetime: "datetime-local" };
const LOCATION_SCREEN = /^https:\/\/line\.me\/R\/nv\/location\/?$/i;  // LINE opens it on the phone itself

const CHAT_WITH_BOT = /^https:\/\/line\.me\/R\/oaMessage\/[^/]+\/\?(.*)$/i;  // the words wait in the box until they are sent

export function tapper(phone) {
  const on = {
    uri: (action) => {
      if (LOCATION_SCREEN.test(action.uri)) phone.composer.place();
      else if (CHAT_WITH_BOT.test(action.uri)) openOwnChat(phone, action.uri);
      else openAddress(action.uri);
    },
    datetimepicker: (action) => pickMoment(phone, action),
    location: () => phone.composer.place(),
    camera: () => phone.composer.photo(),
    cameraRoll: () => phone.composer.photo(),
    clipboard: (action) => navigator.clipboard?.writeText(action.clipboardText).then(() => trouble("คัดลอกแล้ว"), () => {}),
    postback: (action) => {
      tell("taps", { ...phone.where(), action });
      if (action.inputOption === "openKeyboard") phone.composer.type(action.fillInText ?? "");
      if (action.inputOption === "openVoice") phone.composer.voice();
      if (action.inputOption === "closeRichMenu") phone.menu.fold(true);
      if (action.inputOption === "openRichMenu") phone.menu.fold(false);
    },
  };
  return (action) => (on[action.type] ?? ((told) => tell("taps", { ...phone.where(), action: told })))(action);
}

function openOwnChat(phone, uri) {
  phone.choose(phone.where().user);
  phone.composer.type(decodeURIComponent(CHAT_WITH_BOT.exec(uri)[1]));
}

function openAddress(uri) {
  if (/^https?:/i.test(uri)) {
    window.open(uri, "_blank", "noopener,noreferrer");
  } else if (/^tel:/i.test(uri)) {
    const number = uri.slice(4);
    sheet(`โทร ${number}`, make("p", { class: "call", "data-testid": "call" }, "📞 ", make("strong", {}, number)), make("p", {}, "ในเครื่องจริงจะโทรออกทันที ที่นี่ไม่มีการโทร"));
  } else {
    sheet("เปิดในแอปไลน์", make("p", { class: "long" }, uri));
  }
}

function pickMoment(phone, action) {
  const asWritten = (value) => value?.replace(/t/i, "T");
  const input = make("input", {
    type: INPUT[action.mode], id: "picked", "data-testid": "picked", required: true,
    value: asWritten(action.initial), min: asWritten(action.min), max: asWritten(action.max),
  });
  const done = (event) => {
    event.preventDefault();
    tell("taps", { ...phone.where(), action, picked: input.value });
    closeSheet();
  };
  sheet(action.label || "เลือกวันเวลา",
    make("form", { onsubmit: done }, make("label", { for: "picked" }, "เลือก"), input,
      make("button", { class: "strong", "data-testid": "picked-ok" }, "ตกลง")));
}

export function confirmUnsend(phone, entry) {
  const away = () => { tell("unsends", { user: entry.who, message_id: entry.message_id }); closeSheet(); };
  const choices = [button("ยกเลิกการส่ง", away, { class: "strong", "data-testid": "unsend" })];
  if (phone.where().group && entry.kind === "text") choices.push(editForm(phone, entry));
  sheet("ข้อความของฉัน", ...choices);
}

function editForm(phone, entry) {
  const input = make("input", { id: "edited", value: entry.what.text, required: true, "data-testid": "edited" });
  const done = (event) => {
    event.preventDefault();
    tell("edits", { ...phone.where(), message_id: entry.message_id, text: input.value });
    closeSheet();
  };
  return make("form", { onsubmit: done }, make("label", { for: "edited" }, "แก้ไขข้อความ"), input, make("button", { "data-testid": "edited-ok" }, "แก้ไข"));
}
