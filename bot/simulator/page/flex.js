// Flex messages, drawn as LINE draws them: bubbles, boxes and what stands in them.

import { make } from "./dom.js";

const STEP = { none: "0", xs: "2px", sm: "4px", md: "8px", lg: "12px", xl: "16px", xxl: "20px" };
const LETTERS = { xxs: 11, xs: 13, sm: 14, md: 16, lg: 19, xl: 22, xxl: 29, "3xl": 35, "4xl": 48, "5xl": 74 };
const PICTURE = { xxs: 40, xs: 60, sm: 80, md: 100, lg: 120, xl: 140, xxl: 160, "3xl": 180, "4xl": 200, "5xl": 220 };
const BORDER = { none: "0", light: "0.5px", normal: "1px", medium: "2px", "semi-bold": "3px", bold: "4px" };
const SIDE = { start: "flex-start", center: "center", end: "flex-end", top: "flex-start", bottom: "flex-end" };
const step = (value) => (value === undefined ? "" : STEP[value] ?? value);
const letters = (value) => (value === undefined ? "" : value in LETTERS ? `${LETTERS[value]}px` : value);
const ratio = (value) => (value ?? "1:1").replace(":", " / ");

export function flexMessage(contents, tap) {
  if (contents.type !== "carousel") return bubble(contents, tap);
  return make("div", { class: "carousel", tabindex: "0" }, ...contents.contents.map((one) => bubble(one, tap)));
}

function bubble(told, tap) {
  const size = told.size ?? "mega";
  const parts = ["header", "hero", "body", "footer"].filter((name) => told[name]);
  const drawn = parts.map((name) => {
    const style = told.styles?.[name] ?? {};
    const block = make("div", { class: `flex-${name}`, style: { backgroundColor: style.backgroundColor ?? "" } });
    if (style.separator && name !== parts[0]) block.style.borderTop = `1px solid ${style.separatorColor ?? "#d4d6da"}`;
    block.append(component(told[name], { layout: "vertical", top: true }, tap));
    return block;
  });
  return tappable(make("div", { class: `bubble flex-bubble size-${size}`, dir: told.direction ?? "ltr" }, ...drawn), told.action, tap);
}

function component(told, parent, tap) {
  const element = DRAW[told.type]?.(told, tap, parent) ?? make("span");
  element.classList.add("flex-part");
  place(element, told, parent);
  return told.type === "button" ? element : tappable(element, told.action, tap);
}

function place(element, told, parent) {
  const across = parent.layout !== "vertical";
  const style = element.style;
  if (!parent.first && !parent.top) {
    style[across ? "marginInlineStart" : "marginTop"] = step(told.margin ?? parent.spacing);
  }
  style.flex = share(told, across, parent);
  if (told.position === "absolute") style.position = "absolute";
  if (told.offsetTop) style.top = step(told.offsetTop);
  if (told.offsetBottom) style.bottom = step(told.offsetBottom);
  if (told.offsetStart) style.insetInlineStart = step(told.offsetStart);
  if (told.offsetEnd) style.insetInlineEnd = step(told.offsetEnd);
  if (told.gravity && parent.layout === "horizontal") style.alignSelf = SIDE[told.gravity];
  if (across && told.width) style.flex = "0 0 auto";
}

// How much of the box a component takes: beside others an equal share, below others what it needs.
function share(told, across, parent) {
  if (told.type === "separator" || told.type === "icon") return "0 0 auto";
  if (told.type === "spacer") return "0 0 auto";
  if (told.type === "filler") return `${told.flex ?? 1} 1 0px`;
  if (!across) return told.flex ? `${told.flex} 0 auto` : "0 0 auto";
  if (told.flex === 0) return "0 0 auto";
  return `${told.flex ?? 1} 1 0px`;
}

function box(told, tap) {
  const element = make("div", { class: `flex-box ${told.layout}` });
  const style = element.style;
  told.contents.forEach((one, position) =>
    element.append(component(one, { layout: told.layout, spacing: told.spacing, first: position === 0 }, tap)));
  for (const [name, value] of [["All", ""], ["Top", "Top"], ["Bottom", "Bottom"], ["Start", "InlineStart"], ["End", "InlineEnd"]]) {
    const given = told[`padding${name}`];
    if (given !== undefined) style[`padding${value}`] = step(given);
  }
  if (told.borderWidth || told.borderColor) style.border = `${BORDER[told.borderWidth] ?? told.borderWidth ?? "0"} solid ${told.borderColor ?? "#000"}`;
  Object.assign(style, {
    backgroundColor: told.backgroundColor ?? "", borderRadius: step(told.cornerRadius),
    width: told.width ?? "", maxWidth: told.maxWidth ?? "", height: told.height ?? "", maxHeight: told.maxHeight ?? "",
    justifyContent: told.justifyContent ?? "", alignItems: told.alignItems ?? "",
  });
  if (told.cornerRadius) style.overflow = "hidden";
  if (told.background) {
    const { angle, startColor, centerColor, centerPosition, endColor } = told.background;
    const middle = centerColor ? `${centerColor} ${centerPosition ?? "50%"},` : "";
    style.backgroundImage = `linear-gradient(${angle}, ${startColor}, ${middle} ${endColor})`;
  }
  return element;
}

function pen(element, told) {
  Object.assign(element.style, {
    fontSize: letters(told.size), color: told.color ?? "", fontWeight: told.weight === "bold" ? "700" : "",
    fontStyle: told.style === "italic" ? "italic" : "", textDecoration: told.decoration ?? "",
  });
  return element;
}

function text(told) {
  const spans = (told.contents ?? []).map((span) => pen(make("span", {}, span.text ?? ""), span));
  const element = pen(make("div", { class: `flex-text ${told.wrap ? "wraps" : ""}` }, ...(spans.length ? spans : [told.text ?? ""])), told);
  element.style.textAlign = told.align ?? "";
  if (told.wrap && told.maxLines) {
    element.classList.add("few-lines");
    element.style.webkitLineClamp = told.maxLines;
  }
  return element;
}

function flexButton(told, tap) {
  const style = told.style ?? "link";
  const colour = told.color ? { [style === "link" ? "color" : "backgroundColor"]: told.color } : {};
  return make("button", {
    type: "button", class: `flex-button ${style} ${told.height ?? "md"} ${told.adjustMode ?? ""}`, style: colour,
    "data-action": JSON.stringify(told.action), onclick: () => tap(told.action),
  }, make("span", {}, told.action.label ?? ""));
}

function image(told) {
  const size = told.size ?? "md";
  const width = size === "full" ? "100%" : size in PICTURE ? `${PICTURE[size]}px` : size;
  const drawn = make("img", { src: told.url, alt: "", style: {
    width: "100%", aspectRatio: ratio(told.aspectRatio), objectFit: told.aspectMode === "cover" ? "cover" : "contain",
    backgroundColor: told.backgroundColor ?? "",
  } });
  const frame = make("div", { class: "flex-image" }, make("div", { style: { width, maxWidth: "100%" } }, drawn));
  frame.style.justifyContent = SIDE[told.align ?? "center"];
  return frame;
}

function icon(told) {
  const height = letters(told.size ?? "md");
  return make("img", { src: told.url, alt: "", class: "flex-icon", style: { height, aspectRatio: ratio(told.aspectRatio) } });
}

const separator = (told, tap, parent) =>
  make("div", { class: parent.layout === "vertical" ? "flex-line" : "flex-line upright", style: { backgroundColor: told.color ?? "" } });

const video = (told) =>
  make("video", { class: "flex-video", src: told.url, poster: told.previewUrl, controls: true, preload: "none", style: { aspectRatio: ratio(told.aspectRatio) } });

const DRAW = { box, text, button: flexButton, image, icon, separator, video, filler: () => make("div", { class: "flex-filler" }) };

export function tappable(element, action, tap) {
  if (!action) return element;
  const act = (event) => { event.stopPropagation(); tap(action); };
  Object.entries({ role: "button", tabindex: "0", "data-action": JSON.stringify(action), "aria-label": action.label || null })
    .forEach(([name, value]) => value !== null && element.setAttribute(name, value));
  element.addEventListener("click", act);
  element.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); act(event); } });
  element.classList.add("can-tap");
  return element;
}
