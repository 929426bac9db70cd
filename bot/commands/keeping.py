"""Migrations, and a backup in one file."""

import argparse
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

from sqlalchemy import make_url

from bot.commands.common import open_database, settings


def add_to(commands: Any) -> None:
    commands.add_parser("migrate", help="bring the tables up to date").set_defaults(does=_migrate)
    parser = commands.add_parser("backup", help="the whole database in one file")
    parser.add_argument("file", type=Path)
    parser.set_defaults(does=_backup)


def _migrate(_given: argparse.Namespace) -> int:
    open_database()
    return 0


def _backup(given: argparse.Namespace) -> int:
    """While the bot runs: SQLite's own online backup, or pg_dump."""
    url = make_url(settings().database_url)
    if url.get_backend_name() == "sqlite":
        with sqlite3.connect(str(url.database)) as source, sqlite3.connect(given.file) as target:
            source.backup(target)
        source.close()
        target.close()
        return 0
    if shutil.which("pg_dump") is None:
        print("pg_dump is not installed: install PostgreSQL's client programs", file=sys.stderr)
        return 1
    address = url.set(drivername="postgresql").render_as_string(hide_password=False)
    return subprocess.run(
        ["pg_dump", "--format=custom", f"--file={given.file}", address], check=False
    ).returncode
