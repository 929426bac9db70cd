"""What regions share, as the centre reads it: counts by region, voices, what regions resolved and say."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.words.spoken import Names, Speaker, topic_name
from models import places
from models.thai import calendar

Values = Mapping[str, Any]


def _crowd_of(said: Sequence[Any], language: str, names: Names) -> str:
    """[how surely, how many]: 61 คน, น้อยกว่า 5 คน."""
    how, count = said
    return names(f"crowd_of.{how}", language).format(count=count) if count else ""


def _crowd(said: Sequence[Any], _values: Values, language: str, names: Names) -> dict[str, Any]:
    return {"crowd": _crowd_of(said, language, names)}


def _shared(rows: list[dict[str, Any]], _values: Values, language: str, names: Names) -> dict[str, Any]:
    return {"shared": "\n".join(_shared_line(row, language, names) for row in rows)}


def _shared_line(row: dict[str, Any], language: str, names: Names) -> str:
    """1) ค่าไฟ หนี้ค่าไฟสูบน้ำ 4 ภาค 61 คน ร่างวาระ."""
    topics = " ".join(topic_name(topic, kind, language, names) for topic, kind in row["topics"])
    regions = names("in_regions", language).format(count=row["regions"]) if row["regions"] else ""
    crowd = _crowd_of(row["crowd"], language, names)
    what = row["phrase"] or topics
    stand = _stands(row["stand"], None, row["reason"], language, names)
    return " ".join(filter(None, (f"{row['line']})", what, regions, crowd, stand)))


def _stands(stand: str, at: str | None, reason: str | None, language: str, names: Names) -> str:
    day = calendar.say_day(datetime.fromisoformat(at), language) if at else ""
    when = names("stand.at", language).format(day=day) if day else ""
    why = (
        names("stand.because", language).format(reason=names(f"reason.{reason}", language)) if reason else ""
    )
    return " ".join(filter(None, (names(f"stand.{stand}", language), when, why)))


def _stand(stand: str, values: Values, language: str, names: Names) -> dict[str, Any]:
    return {"stand": _stands(stand, values.get("forum_at"), values.get("reason"), language, names)}


def _origin(origin: str, _values: Values, language: str, names: Names) -> dict[str, Any]:
    return {"origin": names(f"origin.{origin}", language)}


def _by_region(rows: list[list[Any]], _values: Values, language: str, names: Names) -> dict[str, Any]:
    """ภาคอีสาน 21 คน 4 เรื่อง."""
    said = (
        f"{places.region_name(region, language)} {_crowd_of(crowd, language, names)}"
        f" {names('in_issues', language).format(count=issues)}"
        for region, crowd, issues in rows
    )
    return {"by_region": "\n".join(said)}


def _quotes(said: list[str], _values: Values, _language: str, _names: Names) -> dict[str, Any]:
    return {"quotes": "\n".join(f"“{one}”" for one in said)}


def _resolved(rows: list[list[str]], _values: Values, language: str, names: Names) -> dict[str, Any]:
    line = names("region_resolved", language)
    said = (line.format(region=places.region_name(region, language), text=text) for region, text in rows)
    return {"resolved_there": "\n".join(said)}


def _opinions(rows: list[list[str | None]], _values: Values, language: str, names: Names) -> dict[str, Any]:
    said = (
        names("region_said" if text else "region_not_touched", language).format(
            region=places.region_name(str(region), language), text=text
        )
        for region, text in rows
    )
    return {"regions_said": "\n".join(said)}


def _handed_to(rows: list[list[str]], _values: Values, language: str, names: Names) -> dict[str, Any]:
    said = (
        f"{places.region_name(region, language)} {names(f'answer.{state}', language)}"
        for region, state in rows
    )
    return {"handed_to": ", ".join(said)}


def _regions(name: str) -> Speaker:
    return lambda regions, _values, language, _names: {
        name: ", ".join(places.region_name(region, language) for region in regions)
    }


def _concluded(said: list[str], _values: Values, _language: str, _names: Names) -> dict[str, Any]:
    return {"concluded": " / ".join(said)}


def _since(at: str, _values: Values, language: str, _names: Names) -> dict[str, Any]:
    return {"since_day": calendar.say_day(datetime.fromisoformat(at), language)}


LISTS = ("lacking", "awaited", "asked_regions", "reminded_regions", "unstaffed", "touched")

CENTRE: dict[str, Speaker] = {
    "crowd": _crowd,
    "shared": _shared,
    "stand": _stand,
    "origin": _origin,
    "by_region": _by_region,
    "quotes": _quotes,
    "resolved_there": _resolved,
    "regions_said": _opinions,
    "handed_to": _handed_to,
    "concluded": _concluded,
    "since_at": _since,
    **{name: _regions(name) for name in LISTS},
}
