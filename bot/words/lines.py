"""Questions, and lists of reports, as those who read them: numbered lines, excerpts, who asked and since when."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.words.spoken import Names, Speaker, counted, scope_name, shortened, topic_name
from models import places
from models.thai import calendar

WHOLE, EXCERPT = 2000, 60  # letters of what people wrote
DANGER = "🔴"


ALSO = 90


def _question(text: str, _values: Mapping[str, Any], _language: str, _names: Names) -> dict[str, Any]:
    return {"question": shortened(text, WHOLE), "question_short": shortened(text, EXCERPT)}


def _answer(text: str, _values: Mapping[str, Any], _language: str, _names: Names) -> dict[str, Any]:
    return {"answer": shortened(text, WHOLE), "answer_short": shortened(text, EXCERPT)}


def _before(text: str, _values: Mapping[str, Any], _language: str, _names: Names) -> dict[str, Any]:
    return {"before": shortened(text, EXCERPT)}


def _why(why: str, _values: Mapping[str, Any], language: str, names: Names) -> dict[str, Any]:
    return {"why": names(f"why.{why}", language)}


def _asker(
    asker: dict[str, str | None], _values: Mapping[str, Any], language: str, names: Names
) -> dict[str, Any]:
    """By name where it may be known, else by where she lives."""
    home = places.short_name(asker["place"], None, language) if asker["place"] else None
    if asker["name"]:
        return {"asker": " ".join(filter(None, (asker["name"], home)))}
    somebody = names("asker.in" if home else "asker.somewhere", language)
    return {"asker": somebody.format(place=home)}


def _questions(
    rows: list[dict[str, Any]], _values: Mapping[str, Any], language: str, names: Names
) -> dict[str, Any]:
    return {"questions": "\n".join(_question_line(row, language, names) for row in rows)}


def _question_line(row: dict[str, Any], language: str, names: Names) -> str:
    where = places.short_name(row["place"], None, language) if row["place"] else names("somewhere", language)
    said = f"“{shortened(row['question'], EXCERPT)}”" if row["question"] else counted(row, language, names)
    return " ".join(filter(None, (f"{row['line']})", where, said, _waits(row, language, names))))


def _crowd(row: dict[str, Any], language: str, names: Names) -> str:
    return names("crowd", language).format(people=row["people"]) if row["people"] else ""


def _also(told: list[str], _values: Mapping[str, Any], _language: str, _names: Names) -> dict[str, Any]:
    """What others say of the same trouble."""
    return {"also": "\n".join(f"“{shortened(text, ALSO)}”" for text in told)}


def _alike(
    rows: list[dict[str, Any]], _values: Mapping[str, Any], language: str, names: Names
) -> dict[str, Any]:
    return {"alike": "\n".join(_alike_line(row, language, names) for row in rows)}


def _alike_line(row: dict[str, Any], language: str, names: Names) -> str:
    """ขก-0142 น้ำท่วม ม.5 ต.วังชัย 6 คน"""
    topics = " ".join(topic_name(topic, kind, language, names) for topic, kind in row["topics"])
    where = spot(row["place"], row["moo"], language)
    return " ".join(filter(None, (row["number"], topics, where, _crowd(row, language, names))))


def _waits(row: dict[str, Any], language: str, names: Names) -> str:
    return names("waited", language).format(days=row["waited"]) if row["waited"] else ""


def _scopes(scopes: list[str], _values: Mapping[str, Any], language: str, names: Names) -> dict[str, Any]:
    """The places she answers for, as short as may be."""
    named = (
        places.short_name(scope, None, language)
        if places.exists(scope)
        else scope_name(scope, language, names)
        for scope in scopes
    )
    return {"scopes": ", ".join(named)}


def _order(order: str, _values: Mapping[str, Any], language: str, names: Names) -> dict[str, Any]:
    return {"order": names(f"order.{order}", language)}


def _numbered(
    rows: list[dict[str, Any]], _values: Mapping[str, Any], language: str, names: Names
) -> dict[str, Any]:
    return {"numbered": "\n".join(numbered_line(row, language, names) for row in rows)}


def numbered_line(row: dict[str, Any], language: str, names: Names) -> str:
    """1) ขก-0142 น้ำท่วม ม.5 ต.วังชัย รอ 12 วัน."""
    topics = " ".join(topic_name(topic, kind, language, names) for topic, kind in row["topics"])
    where = spot(row["place"], row["moo"], language)
    sign = DANGER if row["danger"] else ""
    begun = (f"{row['line']})", sign, row["number"], topics, where)
    like = names("like", language).format(line=row["like"]) if row.get("like") else ""
    return " ".join(filter(None, (*begun, _crowd(row, language, names), _waits(row, language, names), like)))


def spot(code: str | None, moo: int | None, language: str) -> str:
    """The shortest way to say where: ม.5 ต.วังชัย."""
    village = "" if not moo else f"Moo {moo}" if language == "en" else f"ม.{moo}"
    return " ".join(filter(None, (village, places.short_name(code, None, language) if code else "")))


def _by_place(
    rows: list[list[Any]], _values: Mapping[str, Any], language: str, names: Names
) -> dict[str, Any]:
    return {
        "by_place": " · ".join(f"{_part(code, moo, language, names)} {count}" for code, moo, count in rows)
    }


def _part(code: str | None, moo: int | None, language: str, names: Names) -> str:
    if code is None:
        return names("somewhere", language)
    return places.region_name(code, language) if code in places.REGIONS else spot(code, moo, language)


def _forum_at(at: str, _values: Mapping[str, Any], language: str, _names: Names) -> dict[str, Any]:
    return {"forum_day": calendar.say_day(datetime.fromisoformat(at), language)}


def _danger(is_danger: bool, _values: Mapping[str, Any], _language: str, _names: Names) -> dict[str, Any]:
    return {"danger_or_none": DANGER if is_danger else ""}


LINES: dict[str, Speaker] = {
    "question": _question,
    "answer": _answer,
    "before": _before,
    "why": _why,
    "asker": _asker,
    "questions": _questions,
    "scopes": _scopes,
    "order": _order,
    "numbered": _numbered,
    "also": _also,
    "alike": _alike,
    "by_place": _by_place,
    "forum_at": _forum_at,
    "danger": _danger,
}
