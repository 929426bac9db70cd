// Each kind of message as it looks in a chat.

import { button, linked, make } from "./dom.js";
import { flexMessage, tappable } from "./flex.js";
import { nameOf } from "./line.js";
import { sign } from "./signs.js";

const FACES = [["ตกลง", "👌"], ["ขอบคุณ", "🙏"], ["เสียใจ", "😢"], ["ดีใจ", "😄"], ["ไป", "🙋"]];

export const faceFor = (keywords = []) => FACES.find(([word]) => keywords.includes(word))?.[1] ?? "🧸";

function words(told) {
  return make("div", { class: "bubble text" }, ...linked(told.text));
}

function wordsWithNames(told) {
  const filled = told.text.replace(/\{\{|\}\}|\{(\w+)\}/g, (hit, name) => {
    if (!name) return hit[0];
    const given = told.substitution?.[name] ?? {};
    return given.type === "emoji" ? "🙂" : `@${given.mentionee?.type === "all" ? "ทุกคน" : nameIn(given)}`;
  });
  return make("div", { class: "bubble text" }, ...linked(filled));
}

const nameIn = (given) => nameOf(given.mentionee?.userId) || "สมาชิก";

function picture(told, entry) {
  const address = told.originalContentUrl ?? `/sim/content/${entry.message_id}`;
  const image = make("img", { src: told.previewImageUrl ?? address, alt: "รูปภาพ" });
  return make("a", { href: address, target: "_blank", rel: "noopener noreferrer", class: "bubble picture" }, image);
}

const lasting = (ms) => `${Math.floor(ms / 60000)}:${String(Math.round(ms / 1000) % 60).padStart(2, "0")}`;

function voice(told, entry) {
  const sound = new Audio(told.originalContentUrl ?? `/sim/content/${entry.message_id}`);
  sound.preload = "none";
  const play = () => (sound.paused ? sound.play().catch(() => {}) : sound.pause());
  return make("div", { class: "bubble voice" }, button("▶", play, { "aria-label": "ฟังเสียง" }), make("span", { class: "wave" }), lasting(told.duration));
}

function film(told, entry) {
  return make("video", { class: "bubble picture", controls: true, preload: "none",
    src: told.originalContentUrl ?? `/sim/content/${entry.message_id}`, poster: told.previewImageUrl });
}

function pin(told) {
  const where = `${told.latitude.toFixed(4)}, ${told.longitude.toFixed(4)}`;
  return make("div", { class: "bubble place" },
    make("div", { class: "map", "aria-hidden": "true" }, sign("pin", 32)),
    make("strong", {}, told.title || "ตำแหน่งที่ตั้ง"),
    make("div", {}, told.address || where));
}

const sticker = (told) => make("div", { class: "sticker", role: "img", "aria-label": `สติกเกอร์ ${(told.keywords ?? []).join(" ")}` }, faceFor(told.keywords));

const file = (told) => make("div", { class: "bubble text" }, `📄 ${told.fileName}`);

function actionRow(action, tap) {
  return button(action.label, () => tap(action), { class: "template-action", "data-action": JSON.stringify(action) });
}

function card(told, tap, shared = {}) {
  const cover = told.thumbnailImageUrl && tappable(make("img", { src: told.thumbnailImageUrl, alt: "", class: told.imageAspectRatio ?? shared.imageAspectRatio ?? "rectangle" }), told.defaultAction, tap);
  return make("div", { class: "bubble template" }, cover || null,
    make("div", { class: "template-words" }, told.title ? make("strong", {}, told.title) : null, make("div", {}, told.text)),
    make("div", { class: "template-actions" }, ...told.actions.map((action) => actionRow(action, tap))));
}

function pictureCard(told, tap) {
  const image = make("img", { src: told.imageUrl, alt: told.action.label ?? "", class: "square" });
  return tappable(make("div", { class: "bubble template" }, image, make("div", { class: "template-action" }, told.action.label ?? "")), told.action, tap);
}

function template({ template: told }, entry, tap) {
  if (told.type === "carousel") return make("div", { class: "carousel", tabindex: "0" }, ...told.columns.map((column) => card(column, tap, told)));
  if (told.type === "image_carousel") return make("div", { class: "carousel", tabindex: "0" }, ...told.columns.map((column) => pictureCard(column, tap)));
  const drawn = card(told, tap);
  if (told.type === "confirm") drawn.classList.add("confirm");
  return drawn;
}

function imagemap(told, entry, tap) {
  const { width, height } = told.baseSize;
  const areas = told.actions.map((one) => {
    const action = one.type === "message" ? { type: "message", text: one.text } : one.type === "uri" ? { type: "uri", uri: one.linkUri } : { type: "clipboard", clipboardText: one.clipboardText };
    return button("", () => tap(action), { class: "map-area", "aria-label": one.label ?? one.text ?? one.linkUri, "data-action": JSON.stringify(action), style: spot(one.area, width, height) });
  });
  return make("div", { class: "bubble picture imagemap" }, make("img", { src: `${told.baseUrl}/1040`, alt: told.altText }), ...areas);
}

export const spot = (area, width, height) => ({
  left: `${(100 * area.x) / width}%`, top: `${(100 * area.y) / height}%`,
  width: `${(100 * area.width) / width}%`, height: `${(100 * area.height) / height}%`,
});

const DRAW = {
  text: words, textV2: wordsWithNames, image: picture, audio: voice, video: film, location: pin, sticker, file,
  template, imagemap, flex: (told, entry, tap) => flexMessage(told.contents, tap),
};

export function draw(entry, tap) {
  return DRAW[entry.kind]?.(entry.what, entry, tap) ?? make("div", { class: "bubble text" }, `[${entry.kind}]`);
}
