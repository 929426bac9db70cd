// The rich menu: its picture with the areas one can tap, folded by its bar.

import { button, make } from "./dom.js";
import { line } from "./line.js";
import { spot } from "./messages.js";

export class Menu {
  constructor(phone) {
    this.phone = phone;
    this.element = make("div", { class: "rich-menu", "data-testid": "rich-menu", hidden: true });
    this.shown = "";
    this.folded = false;
  }

  update() {
    const told = this.phone.where().group ? null : line.menus[this.phone.who];
    this.element.hidden = !told;
    if (!told || told.richMenuId === this.shown) return;
    this.shown = told.richMenuId;
    this.folded = !told.selected;
    this.bar = button("", () => this.fold(!this.folded), { class: "menu-bar", "data-testid": "menu-bar" });
    const { width, height } = told.size;
    const areas = told.areas.map(({ bounds, action }, place) => button("", () => this.phone.tap(action), {
      class: "map-area", style: spot(bounds, width, height), "aria-label": action.label || action.displayText || action.text || `ปุ่มเมนู ${place + 1}`,
      "data-action": JSON.stringify(action), "data-testid": `menu-area-${place}`,
    }));
    this.picture = make("div", { class: "menu-picture", style: { aspectRatio: `${width} / ${height}` } },
      make("img", { src: `/sim/menu/${told.richMenuId}`, alt: "" }), ...areas);
    this.words = told.chatBarText;
    this.element.replaceChildren(this.bar, this.picture);
    this.fold(this.folded);
  }

  fold(folded) {
    if (!this.bar) return;
    this.folded = folded;
    this.picture.hidden = folded;
    this.bar.textContent = `${this.words} ${folded ? "▴" : "▾"}`;
    this.bar.setAttribute("aria-expanded", String(!folded));
  }
}
