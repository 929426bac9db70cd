"""What the bot understands of a text: topics, places, dates; nothing is stored."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import datetime
from typing import Any

from bot.commands.common import print_lines
from models import clock, places, topics
from models.thai.calendar import BANGKOK
from models.thai.dates import read_date
from models.topics import danger, hits, pieces, spelling, tags

Line = dict[str, Any]

HELP = {"why": "all that is understood of a text, and what speaks for it"}
LOUDEST = 6  # features that are shown of a label


def add_to(commands: Any) -> None:
    for name, reads in (("topics", _topics), ("places", _places), ("dates", _dates), ("why", _why)):
        parser = commands.add_parser(name, help=HELP.get(name, f"the {name} found in a text"))
        parser.add_argument("text", nargs="*")
        parser.add_argument(
            "--jsonl", action="store_true", help='{"text", "ref", "home"} a line on standard input'
        )
        parser.set_defaults(does=_read, reads=reads)


def _read(given: argparse.Namespace) -> int:
    if not given.jsonl and not given.text:
        print("give a text, or --jsonl and lines on standard input", file=sys.stderr)
        return 2
    reads: Callable[[Line], Line] = given.reads
    lines = _lines() if given.jsonl else [{"text": " ".join(given.text)}]
    try:
        print_lines(reads(line) for line in lines)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _lines() -> Iterator[Line]:
    for number, raw in enumerate(sys.stdin, 1):
        if not raw.strip():
            continue
        try:
            line = json.loads(raw)
        except ValueError as error:
            raise ValueError(f"line {number} is no JSON: {error}") from error
        if not isinstance(line, dict) or not isinstance(line.get("text"), str):
            raise ValueError(f"line {number} has no text")
        yield line


def _topics(line: Line) -> Line:
    reading = asdict(topics.read(line["text"]))
    del reading["likely"]  # for asking back
    return reading


def _places(line: Line) -> Line:
    found = asdict(places.in_text(line["text"], line.get("home")))
    del found["village"]  # a name as it was written, no place of a list
    return found


def _dates(line: Line) -> Line:
    given = line.get("ref")
    ref = datetime.fromisoformat(given) if given else clock.now().astimezone(BANGKOK)
    found = read_date(line["text"], ref)
    return {"value": found.value, "alternatives": list(found.alternatives)}


def _why(line: Line) -> Line:
    found = pieces.cut(spelling.close(line["text"]))
    weights = hits.weigh(found)
    margins = tags.margins(found, weights)
    likeliest = sorted(margins, key=lambda label: -margins[label])[:LOUDEST]
    return {
        **_topics(line),
        "margins": {label: round(margins[label], 3) for label in likeliest},
        "loudest": {label: tags.loudest(found, weights, label, LOUDEST) for label in likeliest},
        "danger": danger.signals(line["text"]),
        "place": _places(line),
        "date": _dates(line),
    }
