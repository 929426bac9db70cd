"""JOBS: every job and its hour in Bangkok, on one page. Each finds what is due, claims it, does it."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from scheduler import (
    agendas,
    digests,
    duty,
    emergencies,
    escalation,
    follow_up,
    forums,
    questions,
    quota,
    upkeep,
)


@dataclass(frozen=True)
class Job:
    name: str
    when: str  # minute hour day month weekday
    does: Callable[[Session], None]


EVERY_MINUTE = "* * * * *"

JOBS = (
    Job("close_forums", EVERY_MINUTE, forums.close),
    Job("plan_forums", "0 1 * * *", forums.plan),
    Job("ask_places", "0 9 * * *", forums.ask_places),
    Job("invite", EVERY_MINUTE, forums.invite),
    Job("remind", EVERY_MINUTE, forums.remind),
    Job("roll_call", EVERY_MINUTE, emergencies.roll_call),
    Job("warn_of_quota", EVERY_MINUTE, quota.warn),
    Job("raise_shared", "30 6 * * *", escalation.raise_shared),
    Job("digests", "* 7-11 * * *", digests.tell),
    Job("grow_agendas", "0 2 * * *", agendas.grow),
    Job("show_agendas", "*/15 8-19 * * *", agendas.show),
    Job("climb_questions", "*/15 * * * *", questions.climb),
    Job("ask_survey", "* 8-11 * * *", forums.ask_survey),
    Job("end_deputies", EVERY_MINUTE, duty.end_deputies),
    Job("expire", EVERY_MINUTE, upkeep.expire),
    Job("silence_is_no", "20 3 * * *", upkeep.silence_is_no),
    Job("empty_old_payloads", "30 3 * * *", upkeep.empty_old_payloads),
    Job("drop_old_drafts", "40 3 * * *", upkeep.drop_old_drafts),
    Job("drop_old_links", "45 3 * * *", upkeep.drop_old_links),
    Job("forget_old_rings", "50 3 * * *", upkeep.forget_old_rings),
    Job("write_back", "0 4 * * *", upkeep.write_back),
    Job("remind_of_results", "0 9 * * *", follow_up.tell_results),
    Job("remind_of_deeds", "0 9 * * *", follow_up.remind),
    Job("ask_if_true", "0 9 * * *", follow_up.ask_if_true),
    Job("settle_deeds", "5 9 * * *", follow_up.settle),
    Job("climb_deeds", "10 9 * * *", follow_up.climb),
)
