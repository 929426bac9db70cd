"""Values as people read them: codes become places, moments become days, lists become words."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bot.words import meetings
from models import places
from models.issues import REASONS
from models.thai import calendar

Names = Callable[[str, str], str]
ANSWER = 60  # letters of an answer of the national Forum in a story
COUNTED = ("photos", "voices", "pins")
Speaker = Callable[[Any, Mapping[str, Any], str, Names], dict[str, Any]]


def _at(at: str, _values: Mapping[str, Any], language: str, _names: Names) -> dict[str, Any]:
    moment = datetime.fromisoformat(at)
    short_day = calendar.say_short_day(moment, language)
    return {
        "day": calendar.say_day(moment, language),
        "hour": calendar.say_hour(moment, language),
        "long_day": calendar.say_date(moment, language),
        "short_day": short_day,
        "short_at": f"{short_day} {calendar.say_clock(moment, language)}",
    }


def _place(code: str, values: Mapping[str, Any], language: str, _names: Names) -> dict[str, Any]:
    """One of three lines can be said: the place told, her home as we suppose it, or near which place a village is."""
    moo = values.get("moo")
    if values.get("village"):
        near, far = places.short_name(code, language=language), places.full_name(code, language=language)
        return {"place": "", "near": near, "near_in_full": far}
    told = "home_place" if values.get("supposed") else "full_place"
    return {"place": places.short_name(code, moo, language), told: places.full_name(code, moo, language)}


def _village(village: str, values: Mapping[str, Any], language: str, _names: Names) -> dict[str, Any]:
    named = places.village_name(village, values.get("moo"), language)
    return {"village": named} if values.get("place") else {"full_place": named}


def _region(region: str, _values: Mapping[str, Any], language: str, _names: Names) -> dict[str, Any]:
    named = places.region_name(region, language)
    return {"region": named, "region_or_none": named}


def topic_name(topic: str, kind: str | None, language: str, names: Names) -> str:
    return names(f"topic.{topic}.{kind}" if kind else f"topic.{topic}", language)


def _topics(
    pairs: list[list[Any]], _values: Mapping[str, Any], language: str, names: Names
) -> dict[str, Any]:
    named = " ".join(topic_name(topic, kind, language, names) for topic, kind in pairs)
    return {"topics": named, "topics_or_none": named}


def _people(told: list[dict[str, Any]], language: str, names: Names) -> str:
    return ", ".join(
        " ".join(filter(None, (one["name"], f"({names('role.' + one['role'], language)})"))) for one in told
    )


def _told(
    told: list[dict[str, Any]], _values: Mapping[str, Any], language: str, names: Names
) -> dict[str, Any]:
    return {"told": _people(told, language, names)}


def _telling(
    told: list[dict[str, Any]], values: Mapping[str, Any], language: str, names: Names
) -> dict[str, Any]:
    nobody = "" if told or values.get("told") else names("nobody", language)
    return {"telling": _people(told, language, names), "nobody": nobody}


def _scope(scope: str, _values: Mapping[str, Any], language: str, names: Names) -> dict[str, Any]:
    return {"scope": scope_name(scope, language, names)}


def scope_name(scope: str, language: str, names: Names) -> str:
    if scope in places.REGIONS:
        return places.region_name(scope, language)
    return places.full_name(scope, None, language) if places.exists(scope) else names(scope, language)


def _role(role: str, _values: Mapping[str, Any], language: str, names: Names) -> dict[str, Any]:
    return {"role": names(f"role.{role}", language)}


def _mine(
    held: list[dict[str, str]], _values: Mapping[str, Any], language: str, names: Names
) -> dict[str, Any]:
    said = (
        f"{names('role.' + one['role'], language)} {scope_name(one['scope'], language, names)}"
        for one in held
    )
    return {"mine": "\n".join(said)}


def _consent(name: str) -> Speaker:
    return lambda given, _values, language, names: {name: names(f"consent.{given}", language)}


def _kind(kind: str, _values: Mapping[str, Any], language: str, names: Names) -> dict[str, Any]:
    return {"kind": names(f"kind.{kind}", language)}


def _state(state: str, _values: Mapping[str, Any], language: str, names: Names) -> dict[str, Any]:
    return {"state": names(f"state.{state}", language)}


def _trapped(said: str | None, _values: Mapping[str, Any], language: str, names: Names) -> dict[str, Any]:
    known = {"1-2", "3-5", "6+", "none"}
    return {"trapped": names(f"trapped.{said}", language) if said in known else said}


def _history(
    steps: list[list[str | None]], _values: Mapping[str, Any], language: str, names: Names
) -> dict[str, Any]:
    """Steps of an issue: its state, when, and the number it was merged into or why it is not on the agenda."""
    said = (_step(str(state), str(at), detail, language, names) for state, at, detail in steps)
    return {"history": "\n".join(said)}


def _step(state: str, at: str, detail: str | None, language: str, names: Names) -> str:
    day = calendar.say_day(datetime.fromisoformat(at), language)
    if state == "merged" and detail:
        return f"{day} {names('merged_with', language).format(number=detail)}"
    if state == "answered":
        return f"{day} {names('state.answered', language).format(answer=shortened(detail or '', ANSWER))}"
    if detail == "withdrawn":
        return f"{day} {names('state.withdrawn', language)}"
    because = names(f"reason.{detail}", language) if state == "dropped" and detail in REASONS else ""
    to_whom = detail if state == "forwarded" else ""
    return " ".join(filter(None, (day, names(f"state.{state}", language), because, to_whom)))


def shortened(text: str, most: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def _why_not(reason: str, _values: Mapping[str, Any], language: str, names: Names) -> dict[str, Any]:
    return {"why_not": names(f"reason.{reason}", language)}


def _reports(
    rows: list[dict[str, Any]], _values: Mapping[str, Any], language: str, names: Names
) -> dict[str, Any]:
    return {"reports": "\n".join(_report(row, language, names) for row in rows)}


def _report(row: dict[str, Any], language: str, names: Names) -> str:
    topics = _topics(row["topics"], row, language, names)["topics"]
    return " ".join(filter(None, (row["number"], topics, names(f"state.{row['state']}", language))))


def _dates(
    rows: list[dict[str, Any]], _values: Mapping[str, Any], language: str, names: Names
) -> dict[str, Any]:
    said = [
        f"{places.region_name(row['region'], language)} {_at(row['at'], row, language, names)['day']}"
        for row in rows
    ]
    return {"dates": "\n".join(said)}


SPEAKERS: dict[str, Speaker] = {
    "at": _at,
    "place": _place,
    "village": _village,
    "region": _region,
    "topics": _topics,
    "told": _told,
    "telling": _telling,
    "kind": _kind,
    "role": _role,
    "scope": _scope,
    "mine": _mine,
    "invitations_are": _consent("invitations_are"),
    "photos_are": _consent("photos_are"),
    "count": lambda count, _values, _language, _names: {"count_or_none": str(count)},
    "state": _state,
    "trapped": _trapped,
    "history": _history,
    "why_not": _why_not,
    "reports": _reports,
    "dates": _dates,
    **meetings.SPEAKERS,
}


def spoken(
    values: Mapping[str, Any], language: str, names: Names, speakers: Mapping[str, Speaker]
) -> dict[str, Any]:
    known = {f"{name}_or_none": values.get(name) or "" for name in ("name", "number")}
    known |= {"region_or_none": "", **values}
    for name, value in values.items():
        if name in speakers and value is not None:
            known.update(speakers[name](value, values, language, names))
    known["counted"] = known["counted_or_none"] = counted(values, language, names)
    known["hall_or_later"] = values.get("hall") or names("hall.later", language)
    return known


def counted(values: Mapping[str, Any], language: str, names: Names) -> str:
    """รูป 2 เสียง 1."""
    counts = (f"{names(f'counted.{kind}', language)} {values[kind]}" for kind in COUNTED if values.get(kind))
    return " ".join(counts)
