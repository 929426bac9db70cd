// One phone: whose it is, its chat, quick replies, menu and composer.

import { Composer } from "./composer.js";
import { button, closeSheet, date, hour, make, sheet } from "./dom.js";
import { chatOf, line, nameOf, tell } from "./line.js";
import { Menu } from "./menu.js";
import { draw } from "./messages.js";
import { confirmUnsend, tapper } from "./taps.js";

export class Phone {
  constructor(place, remembered) {
    this.place = place;
    this.chosen = remembered?.chosen ?? "";
    this.speaker = remembered?.speaker ?? "";
    this.tap = tapper(this);
    this.composer = new Composer(this);
    this.menu = new Menu(this);
    this.drawn = new Map();
    this.build();
  }

  get who() { return this.group ? this.speaker : this.chosen; }
  get group() { return line.groups.find((group) => group.group_id === this.chosen); }
  where() { return this.group ? { user: this.speaker, group: this.chosen } : { user: this.chosen }; }

  build() {
    const choose = (name) => (event) => this.choose(event.target.value, name);
    this.select = make("select", { "aria-label": `เครื่องที่ ${this.place + 1} ของใคร`, "data-testid": "person-select", onchange: choose("chosen") });
    this.speakers = make("select", { "aria-label": "พูดในชื่อใคร", "data-testid": "speaker-select", onchange: choose("speaker") });
    this.more = button("⋮", () => this.options(), { class: "more", "aria-label": "ตัวเลือก", "data-testid": "more" });
    this.title = make("h2", {}, line.bot);
    this.log = make("div", { class: "chat", role: "log", "aria-live": "polite", tabindex: "0", "data-testid": "chat" });
    this.low = true;
    this.log.addEventListener("scroll", () => { this.low = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 60; });
    this.log.addEventListener("load", () => this.settle(), true);
    this.typing = make("div", { class: "message from-bot typing", "data-testid": "typing", "aria-label": "กำลังพิมพ์" }, make("div", { class: "bubble text" }, make("i"), make("i"), make("i")));
    this.quick = make("div", { class: "quick-replies", "data-testid": "quick-replies" });
    this.element = make("section", { class: "phone", "data-testid": `phone-${this.place}`, "aria-label": `เครื่องที่ ${this.place + 1}` },
      make("div", { class: "owner" }, this.select, this.speakers),
      make("div", { class: "title" }, make("span", { class: "avatar", "aria-hidden": "true" }, "เวที"), this.title, this.more),
      this.log, this.quick, this.menu.element, this.composer.element);
  }

  choose(id, name = "chosen") {
    this[name] = id;
    this.start();
  }

  start() {
    this.drawn.clear();
    this.log.replaceChildren();
    this.menu.shown = "";
    this.update();
    this.low = true;
    this.settle();
    document.dispatchEvent(new CustomEvent("phones-changed"));
  }

  // Stay with the newest message, unless the reader went up to an older one.
  settle() {
    if (this.low) this.log.scrollTop = this.log.scrollHeight;
  }

  update() {
    this.fillSelects();
    const entries = chatOf(this.chosen);
    const fresh = entries.filter((entry) => this.show(entry));
    const more = fresh.length > 0;
    if (fresh.at(-1)?.who === this.who) this.low = true;
    const typing = line.typing.includes(this.chosen);
    if (typing !== this.typing.isConnected) typing ? this.log.append(this.typing) : this.typing.remove();
    else if (typing && more) this.log.append(this.typing);
    this.showQuickReplies(entries);
    this.menu.update();
    this.settle();
  }

  fillSelects() {
    const people = line.people.map((person) => [person.user_id, person.role ? `${person.name} (${person.role})` : person.name]);
    const groups = line.groups.map((group) => [group.group_id, group.name]);
    if (!this.chosen) this.chosen = people[this.place % people.length]?.[0] ?? "";
    const group = this.group;
    const members = (group?.members ?? []).map((id) => [id, nameOf(id)]);
    if (group && !group.members.includes(this.speaker)) this.speaker = group.members[0] ?? "";
    fill(this.select, [["คน", people], ["กลุ่ม", groups]], this.chosen);
    fill(this.speakers, [["พูดในชื่อ", members]], this.speaker);
    this.speakers.hidden = !group;
    this.title.textContent = group ? `${group.name} (${group.members.length})` : line.bot;
  }

  // True if something new was drawn.
  show(entry) {
    const known = this.drawn.get(entry.number);
    if (known?.changed === entry.changed) return false;
    const row = this.row(entry);
    this.drawn.set(entry.number, { changed: entry.changed, row });
    if (known) known.row.replaceWith(row);
    else this.append(entry, row);
    return !known;
  }

  append(entry, row) {
    const today = date(entry.time);
    if (today !== this.log.dataset.day || !this.log.childElementCount) this.log.append(make("div", { class: "note day" }, today));
    this.log.dataset.day = today;
    this.log.append(row);
  }

  row(entry) {
    if (entry.kind === "note") return make("div", { class: "note" }, entry.what.text);
    const mine = entry.who === this.who;
    const whose = entry.who === "bot" ? "from-bot" : mine ? "from-me" : "from-other";
    if (entry.gone) return make("div", { class: `note ${whose} gone` }, `${mine ? "คุณ" : nameOf(entry.who)} ยกเลิกการส่งข้อความ`);
    const said = make("div", { class: "said" }, draw(entry, this.tap));
    const name = this.group && !mine ? make("div", { class: "name" }, entry.who === "bot" ? line.bot : nameOf(entry.who)) : null;
    const row = make("div", { class: `message ${whose}`, "data-id": entry.message_id, "data-kind": entry.kind }, name,
      make("div", { class: "line" }, said, make("time", {}, `${hour(entry.time)}`)));
    if (mine) said.prepend(button("⋯", () => confirmUnsend(this, entry), { class: "own", "aria-label": "ตัวเลือกของข้อความนี้", "data-testid": "own-message" }));
    if (mine) row.addEventListener("contextmenu", (event) => { event.preventDefault(); confirmUnsend(this, entry); });
    return row;
  }

  showQuickReplies(entries) {
    const last = entries.findLast((entry) => entry.kind !== "note");
    const items = last?.who === "bot" ? last.what.quickReply?.items ?? [] : [];
    const key = items.length ? String(last.number) : "";
    if (this.quick.dataset.of === key) return;
    this.quick.dataset.of = key;
    this.quick.hidden = !items.length;
    this.quick.replaceChildren(...items.map(({ action, imageUrl }) => button("", () => this.tapQuick(action), { class: "quick-reply", "data-action": JSON.stringify(action) })));
    [...this.quick.children].forEach((chip, place) => {
      if (items[place].imageUrl) chip.append(make("img", { src: items[place].imageUrl, alt: "" }));
      chip.append(items[place].action.label);
    });
    this.quick.scrollLeft = 0;
  }

  tapQuick(action) {
    if (!["datetimepicker", "location", "camera", "cameraRoll", "uri", "clipboard"].includes(action.type)) {
      this.quick.hidden = true;
    }
    this.tap(action);
  }

  options() {
    const deed = (label, name, id) => button(label, () => { tell(name, this.group ? { group: this.chosen } : { user: this.chosen }); closeSheet(); }, { "data-testid": id });
    if (this.group) {
      sheet(this.group.name, deed("เชิญเวทีชุมชนเข้ากลุ่ม", "joins_group", "join"), deed("นำเวทีชุมชนออกจากกลุ่ม", "leaves_group", "leave"));
    } else {
      sheet("เวทีชุมชน", deed("เพิ่มเพื่อน", "follows", "follow"), deed("บล็อก", "blocks", "block"), deed("เลิกบล็อก", "unblocks", "unblock"));
    }
  }
}

function fill(select, parts, chosen) {
  const key = JSON.stringify(parts);
  if (select.dataset.of !== key) {
    select.dataset.of = key;
    select.replaceChildren(...parts.filter(([, choices]) => choices.length).map(([label, choices]) =>
      make("optgroup", { label }, ...choices.map(([value, name]) => make("option", { value }, name)))));
  }
  if (select.value !== chosen) select.value = chosen;
}
