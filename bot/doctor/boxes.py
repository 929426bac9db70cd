"""Inbox and outbox: what waits too long, what was set aside or refused."""

from datetime import datetime, timedelta

from bot.doctor.case import Case
from bot.doctor.findings import LONGEST, Finding, ok, warning, wrong
from bot.line.gateway import UNKNOWN_TOKEN
from models import clock
from models.post import health

DAYS_ASIDE, DAYS_REFUSED = 7, 1
ANSWER_WITHIN, SEND_WITHIN = timedelta(minutes=1), timedelta(minutes=5)


def inbox(case: Case) -> Finding:
    with case.looking() as db:
        box = health.of_inbox(db, health.days_ago(DAYS_ASIDE))
    if _too_long(box.oldest, ANSWER_WITHIN):
        return wrong(f"{box.waiting} unanswered, the oldest for {_since(box.oldest)}", "boxes.unanswered")
    if box.given_up:
        found = f"{box.given_up} set aside within {DAYS_ASIDE} days, such as: {box.because[:LONGEST]}"
        return warning(found, "boxes.aside")
    return ok(f"{box.waiting} waiting, none set aside within {DAYS_ASIDE} days")


def outbox(case: Case) -> Finding:
    with case.looking() as db:
        box = health.of_outbox(db, health.days_ago(DAYS_REFUSED))
        said = health.why_it_waits(db)[:LONGEST]
    if said.startswith(UNKNOWN_TOKEN):
        return warning(f"{box.waiting} waiting: {said}", "boxes.token")
    if _too_long(box.oldest, SEND_WITHIN):
        found = f"{box.waiting} waiting, the oldest for {_since(box.oldest)}{f': {said}' if said else ''}"
        return warning(found, "boxes.tried") if said else wrong(found, "boxes.unsent")
    if box.given_up:
        found = f"{box.given_up} refused within a day, such as: {box.because[:LONGEST]}"
        return warning(found, "boxes.refused")
    return ok(f"{box.waiting} waiting, none refused within a day")


def _too_long(oldest: datetime | None, limit: timedelta) -> bool:
    return oldest is not None and clock.machine_now() - oldest > limit


def _since(oldest: datetime | None) -> str:
    minutes = int((clock.machine_now() - (oldest or clock.machine_now())).total_seconds() // 60)
    return f"{minutes} minutes" if minutes < 120 else f"{minutes // 60} hours"
