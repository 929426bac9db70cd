"""Running it: everything in one process tree, or web and worker apart, or the demo."""

import argparse
import os
import subprocess
import sys
from typing import Any

from bot.commands.common import Wrong, open_database, settings
from bot.processes import LIMIT, PortTaken, Tree, be_parent, check_port, end_with_parent

THREADS = 32  # waiting for a commit costs nothing but a thread


def add_to(commands: Any) -> None:
    commands.add_parser("run", help="web, worker and clock in one process tree").set_defaults(does=_run)
    commands.add_parser("web", help="the web server alone").set_defaults(does=_web)
    parser = commands.add_parser("work", help="the worker alone")
    parser.add_argument("--clock", action="store_true", help="keep the time too")
    parser.set_defaults(does=_work)
    commands.add_parser("demo", help="everything, with the simulator in place of LINE").set_defaults(
        does=_demo
    )


def _run(_given: argparse.Namespace) -> int:
    given = settings().to_hear().to_speak()
    _refuse_second_run(given.port)
    me = [sys.executable, "-m", "bot"]
    migrated = subprocess.run([*me, "migrate"], check=False).returncode  # apart: this process stays small
    if migrated:
        return migrated
    return Tree({"web": [*me, "web"], "work": [*me, "work", "--clock"]}).run()


def _refuse_second_run(port: int) -> None:
    try:
        check_port(port, "")
    except PortTaken as taken:
        raise Wrong(str(taken)) from taken


def _web(_given: argparse.Namespace) -> int:
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    given = settings().to_hear()
    _refuse_second_run(given.port)
    end_with_parent()
    be_parent()
    Granian(
        "bot.wsgi:app",
        address="0.0.0.0",
        port=given.port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        websockets=False,
        log_level=LogLevels.error,
        respawn_failed_workers=True,
        workers_kill_timeout=int(LIMIT) - 2,
    ).serve()
    return 0


def _work(given: argparse.Namespace) -> int:
    from bot.working import work

    chosen = settings().to_speak()
    end_with_parent()
    work(open_database(chosen), chosen, with_clock=given.clock)
    return 0


def _demo(_given: argparse.Namespace) -> int:
    from bot.commands.demo import demo

    return demo(dict(os.environ))
