"""Conclusions and what became of them, as people read them: who does what by when, how far it is, what people say."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.words.spoken import Names, Speaker, topic_name
from models import places
from models.thai import calendar

WHOLE, LINE = 240, 44  # letters of what was concluded, alone and in a list
Said = dict[str, Any]


def _shortened(text: str, most: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def _due(due: str, _values: Mapping[str, Any], language: str, _names: Names) -> Said:
    return {"due_day": calendar.say_day(datetime.fromisoformat(due), language)}


def _deed(text: str, values: Mapping[str, Any], language: str, names: Names) -> Said:
    return {"deed": _shortened(text, WHOLE), "who_when": _who_when(values, language, names)}


def _who_when(values: Mapping[str, Any], language: str, names: Names) -> str:
    """กองช่าง อบต. ภายในอังคาร 15 ก.ย. 2569; an empty name is nobody yet, none at all is not spoken of."""
    taker, due = values.get("taker"), values.get("due")
    who = names("nobody_yet", language) if taker == "" else taker or ""
    day = calendar.say_day(datetime.fromisoformat(due), language) if due and who else ""
    return " ".join(filter(None, (who, names("by_day", language).format(day=day) if day else "")))


def _state(state: str, _values: Mapping[str, Any], language: str, names: Names) -> Said:
    return {"deed_state": names(f"deed.{state}", language)}


def _counted(rows: list[list[Any]], language: str, names: Names) -> str:
    return " ".join(f"{names(f'verdict.{answer}', language)} {count}" for answer, count in rows)


def _verdicts(rows: list[list[Any]], _values: Mapping[str, Any], language: str, names: Names) -> Said:
    return {"verdicts": _counted(rows, language, names)}


def _deeds(rows: list[Said], _values: Mapping[str, Any], language: str, names: Names) -> Said:
    return {"owed_lines": "\n".join(_deed_line(row, language, names) for row in rows)}


def _deed_line(row: Said, language: str, names: Names) -> str:
    """2) สำรวจบ้านเสียหาย ต.ท่าเสียว ศ. 4 ก.ย. (อีก 4 วัน)"""
    where = places.short_name(row["place"], None, language) if row["place"] else ""
    left = _left(row["left"], language, names)
    day = calendar.say_short_day(datetime.fromisoformat(row["due"]), language) if row["due"] else ""
    state = "" if row["state"] == "accepted" else names(f"deed.{row['state']}", language)
    shown = (f"{row['line']})", _shortened(row["deed"], LINE), where, state, day, left)
    return " ".join(filter(None, shown))


def _left(days: int | None, language: str, names: Names) -> str:
    if days is None:
        return ""
    name = "today" if days == 0 else "left" if days > 0 else "over"
    return names(f"due.{name}", language).format(days=abs(days))


def _resolved(rows: list[Said], _values: Mapping[str, Any], language: str, names: Names) -> Said:
    return {"resolved": "\n".join(_resolved_line(row, language, names) for row in rows)}


def _resolved_line(row: Said, language: str, names: Names) -> str:
    """“เปลี่ยนเครื่องสูบน้ำ” กองช่าง อบต. ภายใน อ. 15 ก.ย. กำลังทำ"""
    short = calendar.say_short_day(datetime.fromisoformat(row["due"]), language) if row["due"] else ""
    by_day = names("by_day", language).format(day=f" {short}") if short else ""
    said = _counted(row["verdicts"], language, names)
    state = "told_but_contested" if row.get("was_told") and row["state"] == "contested" else row["state"]
    word = f"“{_shortened(row['because'], LINE)}”" if row.get("because") else ""
    deed = f"“{_shortened(row['deed'], LINE)}”"
    shown = (deed, row["taker"], by_day, names(f"deed.{state}", language), word)
    return " ".join(filter(None, (*shown, f"({said})" if said else "")))


def _concluded(rows: list[Said], _values: Mapping[str, Any], language: str, names: Names) -> Said:
    return {"conclusion_lines": "\n".join(_concluded_line(row, language, names) for row in rows)}


def _concluded_line(row: Said, language: str, names: Names) -> str:
    """2. (วาระ 4) เปลี่ยนเครื่องสูบน้ำ กองช่าง อบต. อ. 15 ก.ย."""
    item = names("of_item", language).format(item=row["item"]) if row["item"] else ""
    day = calendar.say_short_day(datetime.fromisoformat(row["due"]), language) if row["due"] else ""
    return " ".join(filter(None, (f"{row['line']}.", item, _shortened(row["deed"], LINE), row["taker"], day)))


def _item_lines(rows: list[Said], _values: Mapping[str, Any], language: str, names: Names) -> Said:
    return {"item_lines": "\n".join(_item(row, language, names) for row in rows)}


def _item(row: Said, language: str, names: Names) -> str:
    topics = " ".join(topic_name(topic, kind, language, names) for topic, kind in row["topics"])
    return " ".join(filter(None, (f"{row['line']})", topics, row["number"])))


def _lessons(rows: list[Said], _values: Mapping[str, Any], language: str, names: Names) -> Said:
    return {"lessons": "\n".join(_lesson(row, language) for row in rows)}


def _lesson(row: Said, language: str) -> str:
    """“ทำฝายน้ำล้นกันเอง” ต.บึงงาม พุธ 12 ส.ค. 2569"""
    where = places.short_name(row["place"], None, language) if row["place"] else ""
    day = calendar.say_day(datetime.fromisoformat(row["at"]), language)
    return " ".join(filter(None, (f"“{_shortened(row['deed'], WHOLE)}”", where, day)))


DEEDS: dict[str, Speaker] = {
    "due": _due,
    "deed": _deed,
    "deed_state": _state,
    "verdicts": _verdicts,
    "owed_lines": _deeds,
    "resolved": _resolved,
    "conclusion_lines": _concluded,
    "item_lines": _item_lines,
    "lessons": _lessons,
}
