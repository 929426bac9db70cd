"""Values about who came to a Forum, how people found it, and what an area remembers, as people read them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.words.spoken import Names, Speaker, scope_name, topic_name
from models import places
from models.thai import calendar

Said = dict[str, Any]
EXCERPT = 60  # letters of a resolution


def _opens(at: str, _values: Mapping[str, Any], language: str, _names: Names) -> Said:
    return {"opens": calendar.say_moment(datetime.fromisoformat(at), language)}


def _home(scope: str | None, language: str, names: Names) -> str:
    """Where somebody comes from: a place, or the whole area of whoever signed her in."""
    if scope is None:
        return names("from.none", language)
    return (
        places.short_name(scope, None, language)
        if places.exists(scope)
        else scope_name(scope, language, names)
    )


def _came_from(rows: list[list[Any]], _values: Mapping[str, Any], language: str, names: Names) -> Said:
    return {"came_from": "\n".join(f"{_home(scope, language, names)} {count:,}" for scope, count in rows)}


def _arrived(rows: list[Said], _values: Mapping[str, Any], language: str, names: Names) -> Said:
    return {"arrived": "\n".join(_one_who_came(row, language, names) for row in rows)}


def _one_who_came(row: Said, language: str, names: Names) -> str:
    """1. บุญมา สีดา ต.วังชัย"""
    home = _home(row["place"], language, names) if row["place"] else ""
    return " ".join(filter(None, (f"{row['nth']}.", row["name"] or names("comer.nameless", language), home)))


def _survey(rows: list[Any], _values: Mapping[str, Any], language: str, names: Names) -> Said:
    return {"survey": "\n".join(_question(question, told, language, names) for question, told in rows)}


def _question(question: str, told: list[list[Any]], language: str, names: Names) -> str:
    """ได้พูดเรื่องที่อยากพูด: ได้พูด 12 คน, ได้พูดบ้าง 6 คน, ไม่ได้พูด น้อยกว่า 5 คน"""
    answers = (
        f"{names(f'survey.{question}_{said}', language)} {_how_many(count, language, names)}"
        for said, count in told
    )
    return f"{names(f'survey.{question}', language)}: {', '.join(answers)}"


def _how_many(count: int | None, language: str, names: Names) -> str:
    if count is None:
        return names("few", language)
    return names("answered", language).format(count=f"{count:,}")


def _by_topic(rows: list[list[Any]], _values: Mapping[str, Any], language: str, names: Names) -> Said:
    told = (f"{topic_name(topic, kind, language, names)} {count:,}" for topic, kind, count in rows)
    return {"by_topic": ", ".join(told)}


def _troubles(rows: list[list[Any]], _values: Mapping[str, Any], language: str, names: Names) -> Said:
    return {"troubles": "\n".join(_trouble(row, language, names) for row in rows)}


def _trouble(row: list[Any], language: str, names: Names) -> str:
    """ขก-0142 น้ำท่วม ต.วังชัย กำลังแก้ไข"""
    number, topics, place, moo, state = row
    about = " ".join(topic_name(topic, kind, language, names) for topic, kind in topics)
    where = places.short_name(place, moo, language) if place else ""
    return " ".join(filter(None, (number, about, where, names(f"state.{state}", language))))


def _deeds(rows: list[list[Any]], _values: Mapping[str, Any], language: str, _names: Names) -> Said:
    return {"resolved_here": "\n".join(_deed(number, text, at, language) for number, text, at in rows)}


def _deed(number: str, text: str, at: str, language: str) -> str:
    """ขก-0142 เปลี่ยนเครื่องสูบน้ำ (พฤหัสบดี 20 ส.ค. 2569)"""
    line = " ".join(text.split())
    short = line if len(line) <= EXCERPT else line[: EXCERPT - 1] + "…"
    return f"{number} {short} ({calendar.say_day(datetime.fromisoformat(at), language)})"


DOOR: dict[str, Speaker] = {
    "opens": _opens,
    "came_from": _came_from,
    "arrived": _arrived,
    "survey": _survey,
    "by_topic": _by_topic,
    "troubles": _troubles,
    "resolved_here": _deeds,
}
