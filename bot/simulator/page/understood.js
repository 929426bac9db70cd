// Shows what the bot understands of a text, as its command line tells it.
const THERE = (id) => document.getElementById(id);
const SURE = -0.2;

const loudestFirst = (numbers) => Object.entries(numbers).sort((one, other) => other[1] - one[1]);

function said(features) {
  return loudestFirst(features)
    .map(([name, much]) => `${name.trim()} ${much > 0 ? "+" : ""}${much}`)
    .join("  ");
}

function row(label, margin, features) {
  const line = document.createElement("tr");
  line.classList.toggle("sure", margin > SURE);
  for (const text of [label, margin, said(features)]) {
    line.append(Object.assign(document.createElement("td"), { textContent: text }));
  }
  return line;
}

function summary(told) {
  const topics = told.topics.map((one) => {
    const code = one.kind ? `${one.topic}.${one.kind}` : one.topic;
    return one.because.length ? `${code} ${one.score} เพราะคำว่า ${one.because.join(", ")}` : `${code} ${one.score}`;
  });
  const place = ["status", "province", "district", "subdistrict", "moo"].map((key) => told.place[key]).filter(Boolean);
  return {
    เรื่อง: topics.join(" · ") || "—",
    ความด่วน: told.urgency,
    ความตั้งใจ: told.intent,
    สถานที่: place.join(" "),
    วันเวลา: [told.date.value, ...told.date.alternatives].filter(Boolean).join(" หรือ ") || "—",
  };
}

function show(told) {
  THERE("summary").replaceChildren(
    ...Object.entries(summary(told)).flatMap(([name, value]) => [
      Object.assign(document.createElement("dt"), { textContent: name }),
      Object.assign(document.createElement("dd"), { textContent: value }),
    ]),
  );
  THERE("margins").replaceChildren(
    ...loudestFirst(told.margins).map(([label, margin]) => row(label, margin, told.loudest[label])),
  );
  THERE("danger").textContent = `เสียงขอความช่วยเหลือ: ${said(told.danger)}`;
  THERE("answer").hidden = false;
}

THERE("ask").addEventListener("submit", async (event) => {
  event.preventDefault();
  const answer = await fetch("/sim/understood", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ text: THERE("text").value }),
  });
  const told = await answer.json();
  THERE("problem").hidden = answer.ok;
  THERE("problem").textContent = answer.ok ? "" : told.problem;
  if (answer.ok) show(told);
});
