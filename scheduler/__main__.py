"""The clock process; with --at, everything that is due at one moment, sent, then exit."""

import argparse
import os
import signal
import sys
import threading
import time
from datetime import datetime

from bot import worker
from bot.settings import Settings, WrongSetting
from models import clock, database
from models.database import Sessions
from models.post import inbox, ledger, postman
from models.thai.calendar import read_moment
from scheduler import clock as ringing
from scheduler.timetable import JOBS


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m scheduler", description="keeps the time")
    parser.add_argument("--at", metavar="ISO-TIME", type=moment, help="do all that is due then, once")
    parser.add_argument("--dry-run", action="store_true", help="with --at: print it instead of doing it")
    given = parser.parse_args(argv)
    if given.dry_run and given.at is None:
        parser.error("--dry-run needs --at")
    try:
        settings = Settings.from_env(os.environ)
        return _run(settings, given.at, given.dry_run)
    except WrongSetting as wrong:
        print(wrong, file=sys.stderr)
        return 2


def moment(given: str) -> datetime:
    try:
        return read_moment(given)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{given!r} is no moment such as 2026-12-03T09:00") from error


def _run(settings: Settings, at: datetime | None, dry_run: bool) -> int:
    engine = database.open_engine(settings.database_url)
    try:
        database.migrate(engine)
        _serve(settings, database.open_sessions(engine), at, dry_run)
    finally:
        engine.dispose()
    return 0


def _serve(settings: Settings, sessions: Sessions, at: datetime | None, dry_run: bool) -> None:
    if at is None:
        keep_time(sessions)
        return
    with clock.standing_at(at):
        if dry_run:
            rehearse(sessions)
        else:
            do_all_due(sessions, worker.from_settings(settings.to_speak(), sessions))


def keep_time(sessions: Sessions) -> None:
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    scheduler = ringing.start(sessions)
    stop.wait()
    scheduler.shutdown(wait=True)


def do_all_due(sessions: Sessions, hands: "worker.Worker") -> None:
    """Ring everything, answer and send until nothing due waits or is in hand."""
    ringing.ring_all(sessions)
    while True:
        hands.drain()
        with hands.looking() as db:
            if not (inbox.is_busy(db) or postman.in_motion(db)):
                return
        time.sleep(0.05)


def rehearse(sessions: Sessions) -> None:
    """Print what would be put into the outbox, and keep nothing."""
    with sessions() as db:
        before = ledger.newest(db)
        for job in JOBS:
            job.does(db)
            db.flush()
        for parcel in ledger.since(db, before):
            keys = ", ".join(message["key"] for message in parcel.messages if "key" in message)
            print(f"{keys or parcel.kind} to {len(parcel.recipients)} ({parcel.language})")
        db.rollback()


if __name__ == "__main__":
    sys.exit(main())
