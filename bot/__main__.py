"""The command line: which file each command lives in, on one page. Only that file is loaded."""

import argparse
import sys
from importlib import import_module

from bot.commands.common import Wrong, close_databases
from bot.settings import WrongSetting

COMMANDS = {
    "running": ("run", "web", "work", "demo"),
    "keeping": ("migrate", "backup"),
    "data": ("export", "erase"),
    "doctor": ("doctor",),
    "tables": ("forums", "reports", "people", "corrections", "inbox", "outbox"),
    "roles": ("grant", "revoke", "invite"),
    "seeding": ("seed",),
    "understanding": ("topics", "places", "dates", "why"),
    "learning": ("train", "evaluate"),
}


def main(argv: list[str] | None = None) -> int:
    said = sys.argv[1:] if argv is None else argv
    given = _parser(said[:1]).parse_args(said)
    try:
        return int(given.does(given))
    except (WrongSetting, Wrong) as wrong:
        print(wrong, file=sys.stderr)
        return 2
    except BrokenPipeError:
        return 0
    finally:
        close_databases()


def _parser(command: list[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description="the Forum bot")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    wanted = [file for file, names in COMMANDS.items() if command and command[0] in names]
    for file in wanted or COMMANDS:
        import_module(f"bot.commands.{file}").add_to(commands)
    return parser


if __name__ == "__main__":
    sys.exit(main())
