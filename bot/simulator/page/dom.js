// Making elements, dialogs, and words about time: the small tools of the page.

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "style") Object.assign(element.style, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined && value !== null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export const button = (label, onclick, attributes = {}) =>
  make("button", { type: "button", onclick, ...attributes }, label);

const clock = new Intl.DateTimeFormat("th-TH", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "Asia/Bangkok" });
const day = new Intl.DateTimeFormat("th-TH", { weekday: "short", day: "numeric", month: "short", year: "numeric", timeZone: "Asia/Bangkok" });
export const hour = (seconds) => clock.format(seconds * 1000);
export const date = (seconds) => day.format(seconds * 1000);
export const dayAndHour = (iso) => {
  const moment = new Date(iso);
  return Number.isNaN(moment.getTime()) ? String(iso) : `${day.format(moment)} ${clock.format(moment)} น.`;
};

// One dialog at a time, closed by its last button, by Escape, or by what was chosen in it.
export function sheet(title, ...children) {
  const dialog = document.getElementById("sheet");
  dialog.replaceChildren(
    make("h2", {}, title),
    ...children,
    button("ปิด", closeSheet, { class: "quiet", "data-testid": "sheet-close" }),
  );
  dialog.setAttribute("aria-label", title);
  if (!dialog.open) dialog.showModal();
  return dialog;
}

export function closeSheet() {
  document.getElementById("sheet").close();
}

export function trouble(words) {
  const place = document.getElementById("trouble");
  place.textContent = words;
  if (words) setTimeout(() => { if (place.textContent === words) place.textContent = ""; }, 6000);
}

// Text with its web addresses as links; everything else stays text.
export function linked(text) {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((piece, place) =>
    place % 2 ? make("a", { href: piece, target: "_blank", rel: "noopener noreferrer" }, piece) : piece);
}
