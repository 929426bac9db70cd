"""A Forum for people's own calendars. Values in, bytes out."""

from datetime import datetime, timedelta
from typing import Any

from icalendar import Calendar, Event, Timezone, TimezoneStandard

from models.thai.calendar import here

OURS = "-//CODI//Forum bot//TH"
ZONE, OFFSET = "Asia/Bangkok", timedelta(hours=7)  # without summer time since 1920


def calendar(uid: str, title: str, at: datetime, made: datetime, **more: Any) -> bytes:
    """One event. `more`: revision, cancelled, place, about, url. Its end is not known, so none is said."""
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", made)
    event.add("dtstart", here(at))
    event.add("sequence", more.get("revision", 0))
    event.add("status", "CANCELLED" if more.get("cancelled") else "CONFIRMED")
    event.add("summary", title)
    for name, value in (("location", "place"), ("description", "about"), ("url", "url")):
        if more.get(value):
            event.add(name, more[value])
    return _published(event)


def _published(event: Event) -> bytes:
    whole = Calendar()
    for name, value in (
        ("version", "2.0"),
        ("prodid", OURS),
        ("calscale", "GREGORIAN"),
        ("method", "PUBLISH"),
    ):
        whole.add(name, value)
    whole.add_component(_bangkok())
    whole.add_component(event)
    return bytes(whole.to_ical())


def _bangkok() -> Timezone:
    always = TimezoneStandard()
    for name, value in (
        ("dtstart", datetime(1970, 1, 1)),
        ("tzoffsetfrom", OFFSET),
        ("tzoffsetto", OFFSET),
        ("tzname", "+07"),
    ):
        always.add(name, value)
    zone = Timezone()
    zone.add("tzid", ZONE)
    zone.add_component(always)
    return zone
