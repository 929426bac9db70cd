"""Values about organisations as people read them: lists of them, what lies with one, how far it is and by when."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.words.spoken import Names, Speaker, scope_name, topic_name
from models import places
from models.thai import calendar

Said = dict[str, Any]


def _organisations(rows: list[Said], _values: Mapping[str, Any], language: str, names: Names) -> Said:
    """1) อบต.วังชัย ภาครัฐและท้องถิ่น ต.วังชัย"""
    said = (
        f"{row['line']}) {row['organisation']} {names('sector.' + row['sector'], language)}"
        f" {_where(row['scope'], language, names)}"
        for row in rows
    )
    return {"organisations": "\n".join(said)}


def _where(scope: str, language: str, names: Names) -> str:
    if places.exists(scope):
        return places.short_name(scope, None, language)
    return scope_name(scope, language, names)


def _works(rows: list[Said], _values: Mapping[str, Any], language: str, names: Names) -> Said:
    """1) ขก-0142 น้ำท่วม รอคำตอบ"""
    return {"works": "\n".join(_work(row, language, names) for row in rows)}


def _work(row: Said, language: str, names: Names) -> str:
    topics = (topic_name(topic, kind, language, names) for topic, kind in row["topics"])
    doing = names(f"doing.{row['doing']}", language)
    return " ".join(filter(None, (f"{row['line']})", row["number"], *topics, doing)))


def _doing(state: str, _values: Mapping[str, Any], language: str, names: Names) -> Said:
    return {"doing": names(f"doing.{state}", language)}


def _named_day(day: str, _values: Mapping[str, Any], language: str, _names: Names) -> Said:
    return {"named_day": calendar.say_day(date.fromisoformat(day), language)}


PARTNERS: dict[str, Speaker] = {
    "organisations": _organisations,
    "works": _works,
    "doing": _doing,
    "named_day": _named_day,
}
