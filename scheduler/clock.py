"""Rings the timetable: APScheduler says when, a row says that it has rung."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from apscheduler.executors.base import BaseExecutor
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.cron import CronTrigger

from models import clock, fires
from models.database import Sessions
from models.thai.calendar import BANGKOK
from scheduler.timetable import JOBS, Job

log = logging.getLogger(__name__)
GRACE = int(timedelta(days=1).total_seconds())  # a ring this late is still rung
Ring = Callable[[Job, datetime], bool]


class ClaimingExecutor(BaseExecutor):  # type: ignore[misc]
    """Rings a job once for each fire time it wins, in the scheduler's own thread."""

    def __init__(self, ring: Ring) -> None:
        super().__init__()
        self._ring = ring

    def _do_submit_job(self, job: Any, run_times: list[datetime]) -> None:
        try:
            for moment in run_times[-1:]:  # what is due stands in tables: the newest ring does it all
                self._ring(job.args[0], moment)
        except Exception as error:  # a failing job must not stop the clock
            log.exception("job %s failed", job.id)
            self._run_job_error(job.id, error, error.__traceback__)
        else:
            self._run_job_success(job.id, [])


def ring(sessions: Sessions, job: Job, rang_for: datetime) -> bool:
    """Claim a ring and do the job in one transaction. False: another clock had it."""
    with sessions.begin() as db:
        if not fires.claim(db, job.name, rang_for):
            return False
        job.does(db)
    return True


def start(sessions: Sessions) -> BackgroundScheduler:
    """A running clock, caught up with what was missed while none ran."""
    catch_up(sessions)
    executor = ClaimingExecutor(partial(ring, sessions))
    scheduler = BackgroundScheduler(executors={"default": executor}, timezone=BANGKOK)
    for job in JOBS:
        scheduler.add_job(
            _never_called,
            CronTrigger.from_crontab(job.when, timezone=BANGKOK),
            args=[job],
            id=job.name,
            misfire_grace_time=GRACE,
            coalesce=False,
            max_instances=1,
        )
    scheduler.start()
    return scheduler


def _never_called(_job: Job) -> None:
    """APScheduler wants a function; the executor rings instead of calling it."""


def catch_up(sessions: Sessions) -> None:
    """Ring what the last fire time says was missed; the first start ever rings everything."""
    now = clock.now()
    for job in JOBS:
        missed = latest_fire(job, now)
        try:
            ring(sessions, job, missed)
        except Exception:  # one job that fails must not keep the clock from starting
            log.exception("job %s failed while catching up", job.name)


def latest_fire(job: Job, now: datetime) -> datetime:
    """The newest moment up to `now` at which the job was to ring."""
    trigger = CronTrigger.from_crontab(job.when, timezone=BANGKOK)
    start = now.astimezone(BANGKOK) - timedelta(days=1, minutes=1)
    found = moment = trigger.get_next_fire_time(None, start)
    while moment is not None and moment <= now:
        found, moment = moment, trigger.get_next_fire_time(moment, moment + timedelta(seconds=1))
    return datetime.fromisoformat(found.isoformat())


def ring_all(sessions: Sessions) -> None:
    """Do all that is due now, whatever the hour: each job finds it in the tables."""
    for job in JOBS:
        with sessions.begin() as db:
            job.does(db)
