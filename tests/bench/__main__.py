"""python -m tests.bench: what we promise about speed, measured beside what others do, in one run."""

import argparse
import os
import platform
import signal
import sys
from collections.abc import Callable

from tests.bench import ingest, keeping, reading, servers, store, working
from tests.bench.load import CONNECTIONS

SECONDS = 1.5  # of one measurement
KILL_AFTER = 1.0
HEAD = ("", "events/s", "x (a)", "p50 ms", "p99 ms", "p99 at 70 %")


def print_ingest(seconds: float) -> None:
    rows = ingest.measure(seconds)
    yardstick = rows[0].figures()[0]
    width = max(len(row.name) for row in rows)
    print(f"{HEAD[0]:{width}} " + " ".join(f"{head:>11}" for head in HEAD[1:]))
    for row in rows:
        rate, *waits = row.figures()
        shown = [f"{rate:,.0f}", f"{rate / yardstick:.2f}", *(f"{wait:.1f}" for wait in waits)]
        print(f"{row.name:{width}} " + " ".join(f"{one:>11}" for one in shown) + f"  {row.notes()}")


def print_kill(_seconds: float) -> None:
    for kind in store.KINDS:
        print(f"kill -9 under full load, {kind}: {keeping.kill(kind, KILL_AFTER)}")


def print_working(_seconds: float) -> None:
    for kind in store.KINDS:
        print(f"worker, {kind}: {working.answering(kind)}")


def print_inviting(_seconds: float) -> None:
    for kind in store.KINDS:
        print(f"invitations, {kind}: {working.inviting(kind)}")


def print_reading(_seconds: float) -> None:
    for said in (reading.loading(), reading.topics_read(), reading.worst()):
        print(f"understanding: {said}")


PARTS: dict[str, Callable[[float], None]] = {
    "ingest": print_ingest,
    "kill": print_kill,
    "working": print_working,
    "inviting": print_inviting,
    "reading": print_reading,
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument(
        "--seconds", type=float, default=SECONDS, help="of one measurement; default %(default)s"
    )
    parser.add_argument("--only", choices=PARTS, metavar="NAME", help=", ".join(PARTS))
    given = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that no server is left behind
    print(
        f"Python {platform.python_version()}, {os.cpu_count()} cores, load before it {os.getloadavg()[0]:.1f}; "
        f"{CONNECTIONS} connections, one event a delivery, medians of {ingest.REPETITIONS}"
    )
    servers.pin(servers.LOAD_CORE)
    for name, show in PARTS.items():
        if given.only in (None, name):
            show(given.seconds)
            sys.stdout.flush()


if __name__ == "__main__":
    main()
