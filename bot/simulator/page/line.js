// What the page knows of the little LINE, asked for every 400 ms, and how it tells LINE what people do.

import { trouble } from "./dom.js";

export const line = {
  change: 0, bot: "", now: 0, people: [], groups: [], menus: {}, typing: [], quota: {}, breaches: [],
  entries: new Map(), exchange: new Map(), stamp: 0,
};

const watchers = [];
export const watch = (watcher) => watchers.push(watcher);

export const nameOf = (id) =>
  line.people.find((person) => person.user_id === id)?.name ?? line.groups.find((group) => group.group_id === id)?.name ?? "";

export const chatOf = (id) => [...line.entries.values()].filter((entry) => entry.chat === id);

async function post(address, told) {
  const answer = await fetch(address, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(told),
  });
  const heard = await answer.json().catch(() => ({}));
  if (!answer.ok) trouble(heard.problem ?? `ทำไม่ได้ (${answer.status})`);
  return heard;
}

export async function tell(deed, told) {
  await post("/sim/do", { do: deed, ...told });
  await refresh();
}

export const fault = (name) => post("/sim/fault", { fault: name }).then(refresh);
export const jump = (at) => post("/sim/clock", { at });
export const forums = async () => (await fetch("/sim/clock")).json();

let asking = null;
export async function refresh() {
  if (asking) await asking;
  asking = ask();
  await asking;
  asking = null;
}

async function ask() {
  try {
    const heard = await (await fetch(`/sim/state?since=${line.change}`)).json();
    if (heard.change < line.change) location.reload();
    for (const entry of heard.entries) line.entries.set(entry.number, entry);
    for (const one of heard.exchange) line.exchange.set(one.id, one);
    Object.assign(line, heard, { entries: line.entries, exchange: line.exchange });
    for (const watcher of watchers) watcher(heard);
  } catch (problem) {
    trouble("ติดต่อไลน์จำลองไม่ได้");
    console.debug(problem);
  }
}

export async function live() {
  for (;;) {
    await refresh();
    await new Promise((done) => setTimeout(done, 400));
  }
}
