"""Values about Forums as people read them: which Forum, when it was, who comes, what a sending costs."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from models import places
from models.thai import calendar

Names = Callable[[str, str], str]
Said = dict[str, Any]


def _day_and_hour(at: str, language: str, before: str) -> Said:
    moment = datetime.fromisoformat(at)
    return {
        f"{before}_day": calendar.say_day(moment, language),
        f"{before}_hour": calendar.say_hour(moment, language),
    }


def was(at: str, _values: Mapping[str, Any], language: str, _names: Names) -> Said:
    return _day_and_hour(at, language, "was")


def soonest(at: str, _values: Mapping[str, Any], language: str, _names: Names) -> Said:
    return _day_and_hour(at, language, "soonest")


def latest(at: str, _values: Mapping[str, Any], language: str, _names: Names) -> Said:
    return _day_and_hour(at, language, "latest")


def forums(rows: list[Said], _values: Mapping[str, Any], language: str, names: Names) -> Said:
    return {"forums": "\n".join(_forum(row, language, names) for row in rows)}


def _forum(row: Said, language: str, names: Names) -> str:
    """ภาคอีสาน พฤหัสบดี 20 ส.ค. 2569 เวลา 09.00 น. น้ำท่วม"""
    region = places.region_name(row["region"], language)
    when = calendar.say_moment(datetime.fromisoformat(row["at"]), language)
    about = names(f"topic.{row['topic']}", language) if row.get("topic") else ""
    nth = f"{row['nth']})" if row.get("nth") else ""
    return " ".join(filter(None, (nth, region, when, about)))


def quota(price: list[Any], _values: Mapping[str, Any], language: str, names: Names) -> Said:
    kind, count = price
    return {"quota": names(f"quota.{kind}", language).format(count=f"{count:,}")}


def sector(code: str, _values: Mapping[str, Any], language: str, names: Names) -> Said:
    return {"sector": names(f"sector.{code}", language)}


def sectors(rows: list[list[Any]], _values: Mapping[str, Any], language: str, names: Names) -> Said:
    """Each with its heads: องค์กรชุมชน 12, มาเอง 3."""
    named = ((names(f"sector.{code or 'none'}", language), heads) for code, heads in rows)
    return {"sectors": ", ".join(f"{name} {heads:,}" for name, heads in named)}


def from_where(rows: list[list[Any]], _values: Mapping[str, Any], language: str, names: Names) -> Said:
    return {"from_where": "\n".join(f"{_home(code, language, names)} {heads:,}" for code, heads in rows)}


def about(told: list[str | None], _values: Mapping[str, Any], language: str, names: Names) -> Said:
    """Why people are called: in the caller's words, else the topic that was tapped."""
    words, topic = told
    return {"about": words or names(f"topic.{topic}", language)}


def answered_from(rows: list[list[Any]], _values: Mapping[str, Any], language: str, names: Names) -> Said:
    told = (f"{_home(code, language, names)} {persons:,}" for code, persons in rows)
    return {"answered_from": ", ".join(told)}


def need(code: str, _values: Mapping[str, Any], language: str, names: Names) -> Said:
    return {"need": names(f"need.{code}", language)}


def needs(rows: list[list[Any]], _values: Mapping[str, Any], language: str, names: Names) -> Said:
    """What is needed, the most first: เรือ 3, ยา 2."""
    return {"needs": ", ".join(f"{names(f'need.{code}', language)} {persons:,}" for code, persons in rows)}


def _home(code: str | None, language: str, names: Names) -> str:
    if code is None or code == "rest":
        return names(f"from.{code or 'none'}", language)
    return places.short_name(code, None, language)


def comers(rows: list[Said], _values: Mapping[str, Any], language: str, names: Names) -> Said:
    return {"comers": "\n".join(_comer(row, language, names) for row in rows)}


def _comer(row: Said, language: str, names: Names) -> str:
    """1. บุญมา สีดา 3 คน ต.วังชัย"""
    several = names("comer.people", language).format(count=row["people"]) if row["people"] > 1 else ""
    online = names("comer.online", language) if row["answer"] == "online" else ""
    home = places.short_name(row["place"], None, language) if row["place"] else ""
    called = row["name"] or names("comer.nameless", language)
    return " ".join(filter(None, (f"{row['nth']}.", called, several, online, home)))


def delegates(named: list[str | None], _values: Mapping[str, Any], language: str, names: Names) -> Said:
    """Numbered, as the buttons under them are."""
    called = (name or names("comer.nameless", language) for name in named)
    return {"delegates": ", ".join(f"{place}. {name}" for place, name in enumerate(called, 1))}


SPEAKERS: dict[str, Callable[[Any, Mapping[str, Any], str, Names], Said]] = {
    "was": was,
    "soonest": soonest,
    "latest": latest,
    "forums": forums,
    "quota": quota,
    "sector": sector,
    "sectors": sectors,
    "from_where": from_where,
    "about": about,
    "answered_from": answered_from,
    "need": need,
    "needs": needs,
    "comers": comers,
    "delegates": delegates,
}
