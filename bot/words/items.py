"""Items of an agenda as people read them: to who orders it, to those who come, and on the public page."""

from collections.abc import Mapping
from typing import Any

from bot.words.lines import numbered_line, spot
from bot.words.spoken import Names, Speaker, shortened, topic_name

SHOWN = 60  # letters of what was left for a Forum, in a list
Row = Mapping[str, Any]


def _agenda(name: str) -> Speaker:
    """Lines of a list, under the name of the list."""
    return lambda rows, _values, language, names: {
        name: "\n".join(_line(row, language, names) for row in rows)
    }


def _line(row: Row, language: str, names: Names) -> str:
    """1) ขก-0142 น้ำกินน้ำใช้ ม.5 ต.วังชัย 7 คน รอ 12 วัน หนุน 3 เรื่องติดตาม."""
    return " ".join(filter(None, (numbered_line(dict(row), language, names), *_signs(row, language, names))))


def _signs(row: Row, language: str, names: Names) -> list[str]:
    """What sets it apart from the others."""
    state = names(f"state.{row['pressing']}", language) if row["pressing"] else ""
    why = names(f"reason.{row['why_not']}", language) if row["why_not"] else ""
    told = [names(f"item.{sign}", language) for sign in ("carried", "proposed") if row[sign]]
    return [_supported(row, language, names), state, *told, why]


def _supported(row: Row, language: str, names: Names) -> str:
    return names("item.supports", language).format(count=row["supports"]) if row["supports"] else ""


def _item(row: Row, _values: Row, language: str, names: Names) -> dict[str, Any]:
    """One of them, without its number in the list."""
    return {"item": _line({**row, "why_not": None}, language, names).partition(") ")[2]}


def _to_support(rows: list[Row], _values: Row, language: str, names: Names) -> dict[str, Any]:
    return {"to_support": "\n".join(_bare_line(row, language, names) for row in rows)}


def _bare_line(row: Row, language: str, names: Names) -> str:
    """1) น้ำกินน้ำใช้ ต.วังชัย 7 คน หนุน 3: no number that leads to who brought it, and no village."""
    topics = " ".join(topic_name(topic, kind, language, names) for topic, kind in row["topics"])
    crowd = names("crowd", language).format(people=row["people"]) if row["people"] else ""
    why = names(f"reason.{row['why_not']}", language) if row["why_not"] else ""
    where = spot(row["place"], None, language)
    about = topics or names("topic.other", language)
    told = (f"{row['line']})", about, where, crowd, _supported(row, language, names), why)
    return " ".join(filter(None, told))


def _entrusted(rows: list[Row], _values: Row, language: str, names: Names) -> dict[str, Any]:
    return {"entrusted": "\n".join(_entrusted_line(row, language, names) for row in rows)}


def _entrusted_line(row: Row, language: str, names: Names) -> str:
    """1) “อยากให้ซ่อมก่อนหน้าฝน”, 2) เสียง “…”, 3) เสียง ยังไม่ได้เขียน."""
    voice = names("entrusted.voice", language) if row["kind"] == "voice" else ""
    said = f"“{shortened(row['text'], SHOWN)}”" if row["text"] else names("entrusted.unwritten", language)
    return " ".join(filter(None, (f"{row['line']})", voice, said)))


def _text(text: str, _values: Row, _language: str, _names: Names) -> dict[str, Any]:
    return {"text": " ".join(text.split())}


ITEMS: dict[str, Speaker] = {
    "agenda_lines": _agenda("agenda_lines"),
    "draft_lines": _agenda("draft_lines"),
    "item": _item,
    "to_support": _to_support,
    "entrusted": _entrusted,
    "text": _text,
}
