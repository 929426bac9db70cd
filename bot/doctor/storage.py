"""The database: whether it is there, how it keeps, and whether its tables are up to date and its clock rings."""

import tempfile
from datetime import timedelta

from sqlalchemy import Connection, text
from sqlalchemy.exc import SQLAlchemyError

from bot.doctor.case import Case
from bot.doctor.findings import Finding, ok, said_by, warning, wrong
from models import clock, database, fires

OLDEST_POSTGRES = 14
MOST_SKEW = timedelta(seconds=10)  # as long as a lease
RINGS_WITHIN = timedelta(minutes=10)


def reached(case: Case) -> Finding:
    if case.file is not None:
        folder = case.file.absolute().parent
        if not _can_write(str(folder)):
            return wrong(f"nothing can be written in {folder}", "database.folder", folder=folder)
        if not case.file.is_file():
            return wrong(f"there is no file {case.file} yet", "database.none")
    try:
        with _connected(case) as connection:
            connection.execute(text("SELECT 1"))
    except SQLAlchemyError as error:
        return wrong(f"{_where(case)}: {said_by(getattr(error, 'orig', error))}", "database.unreached")
    return ok(_where(case))


def _can_write(folder: str) -> bool:
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _connected(case: Case) -> Connection:
    return case.engine.execution_options(reading=True).connect()


def _where(case: Case) -> str:
    if case.file is not None:
        return f"SQLite in {case.file}"
    return f"PostgreSQL at {case.database.host or 'this machine'}, {case.database.database}"


def mode(case: Case) -> Finding:
    return _postgres(case) if case.file is None else _sqlite(case)


def _sqlite(case: Case) -> Finding:
    with _connected(case) as connection:
        journal = connection.execute(text("PRAGMA journal_mode")).scalar_one()
    if journal != "wal":
        return wrong(f"SQLite keeps its journal as {journal!r}", "database.journal")
    return ok("SQLite with a write-ahead log")


def _postgres(case: Case) -> Finding:
    with _connected(case) as connection:
        asked_at = clock.machine_now()
        theirs = connection.execute(text("SELECT clock_timestamp()")).scalar_one()
        off = theirs - (asked_at + (clock.machine_now() - asked_at) / 2)
        version = connection.dialect.server_version_info or (0,)
    found = f"PostgreSQL {'.'.join(map(str, version))}, its clock {off.total_seconds():+.1f} s from ours"
    if int(version[0]) < OLDEST_POSTGRES:
        return warning(found, "database.old", oldest=OLDEST_POSTGRES)
    if abs(off) > MOST_SKEW:
        return warning(found, "database.skew")
    return ok(found)


def current(case: Case) -> Finding:
    if not database.is_current(case.engine):
        return wrong("not up to date", "database.migrate")
    return ok("up to date")


def timetable(case: Case) -> Finding:
    """Whether any clock has rung lately: some jobs ring every minute."""
    with case.looking() as db:
        rang_at = fires.newest(db)
    if rang_at is None:
        return wrong("no clock has ever rung", "timetable.silent")
    ago = clock.machine_now() - rang_at
    found = f"rang {int(ago.total_seconds() // 60)} minutes ago"
    return wrong(found, "timetable.silent") if ago > RINGS_WITHIN else ok(found)
