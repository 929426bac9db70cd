"""The program as operators run it: killed in the middle, stopped, started twice, measured."""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.commands.seeding import seed_members
from bot.simulator import Person, Simulator
from models import database, people
from models.forums import forum as forums
from tests.program import Program, wait_for

pytestmark = pytest.mark.timeout(150)
MEMORY = 350 * 1024  # KB of all processes together


@pytest.fixture
def program(database_url: str) -> Iterator[Program]:
    line = Simulator("secret", "token")
    line.courier.redeliver_failed = True
    line.start()
    made = Program(database_url, line)
    yield made
    made.kill_all()
    line.stop()


def members(program: Program, count: int) -> list[str]:
    engine = database.open_engine(program.env["DATABASE_URL"])
    with database.open_sessions(engine).begin() as db:
        seed_members(db, count, "northeast")
        ids = list(people.living_in(db, ["northeast"], "th"))
    engine.dispose()
    for line_id in ids:
        program.line.world.add_person(Person(line_id, "สมาชิก"))
    return ids


def test_kill_9_in_a_burst_and_a_broadcast_loses_nothing_and_says_nothing_twice(program: Program) -> None:
    program.run("bot", "migrate")
    crowd = members(program, 3000)
    talkers = crowd[:60]
    let_invite(program)
    program.line.world.slow(0.4)
    program.start()
    wait_for(lambda: len(program.line.world.calls("/multicast")) >= 2)
    for line_id in talkers[:30]:
        program.line.says(line_id, "วิธีใช้")
    time.sleep(0.3)
    orphans = program.children()
    program.kill()
    wait_for(lambda: not any(is_alive(pid) for pid in orphans))
    for line_id in talkers[30:]:
        program.line.says(line_id, "วิธีใช้")
    time.sleep(0.5)
    program.start()
    wait_for(program.is_idle, 60)
    heard = {line_id: len(program.line.heard_by(line_id)) for line_id in crowd}
    answers = {line_id: heard[line_id] - 1 for line_id in talkers}
    assert {heard[line_id] for line_id in crowd[60:]} == {1}, "everybody is invited once"
    assert set(answers.values()) <= {0, 1}, "nobody is answered twice"
    assert sum(answers.values()) == program.counts()[0]["stored"] > 0, "every event is answered"
    assert not program.line.world.breaches


def let_invite(program: Program) -> None:
    """Every Forum ahead is due to be invited to."""
    engine = database.open_engine(program.env["DATABASE_URL"])
    with database.open_sessions(engine).begin() as db:
        forums.plan_ahead(db)
        for forum in forums.upcoming(db):
            forum.invite_at = forum.invite_at.replace(year=2020)
    engine.dispose()


def test_a_second_run_is_refused_and_sigterm_ends_the_first_within_ten_seconds(program: Program) -> None:
    program.start()
    assert program.spawn("bot", "run").wait(30) == 2
    assert program.is_ready()
    children, began = program.children(), time.monotonic()
    assert program.stop() == 0
    assert time.monotonic() - began < 10
    wait_for(lambda: not any(is_alive(pid) for pid in children), 10)


@pytest.mark.skipif(
    not Path("/proc/self/smaps_rollup").exists(), reason="memory is measured through Linux's /proc"
)
def test_the_whole_tree_stays_small_after_a_hundred_answers(program: Program) -> None:
    program.start()
    crowd = members(program, 100)
    for line_id in crowd:
        program.line.says(line_id, "น้ำท่วมบ้านสามหลัง ข้าวของเสียหายหมด")
    wait_for(lambda: all(program.line.heard_by(line_id) for line_id in crowd), 60)
    assert program.process is not None
    tree = [program.process.pid, *program.children()]
    assert sum(pss(pid) for pid in tree) < MEMORY


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z" if sys.platform == "linux" else True


def pss(pid: int) -> int:
    rows = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(row.split()[1]) for row in rows if row.startswith("Pss:"))
