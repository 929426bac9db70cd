"""Learn the weights of the topics anew, and measure how well the bot understands."""

import argparse
from pathlib import Path
from typing import Any

from bot.commands.common import Wrong
from models import topics
from models.evaluation import messages, table, trial
from models.evaluation.messages import Result
from models.topics.learning import sentences

_SHOWN = 5  # examples of each kind


def add_to(commands: Any) -> None:
    train = commands.add_parser("train", help="learn the weights from the texts of the project")
    train.add_argument("--anyway", action="store_true", help="keep them although a label got worse")
    train.set_defaults(does=_train)
    evaluate = commands.add_parser("evaluate", help="measure how well lists of messages are understood")
    evaluate.add_argument("files", nargs="*", type=Path, metavar="FILE", help="JSON lines")
    evaluate.add_argument(
        "--held", action="store_true", help="the project's texts that are never learnt from, too"
    )
    evaluate.set_defaults(does=_evaluate)


def _train(given: argparse.Namespace) -> int:
    changes, kept = trial.learn(given.anyway)
    for change in changes:
        worse = "  worse" if change.is_worse else ""
        print(f"{change.label:16} F1 {change.before:.3f} -> {change.after:.3f}{worse}")
    print(
        "the new weights are kept"
        if kept
        else "a label got worse: the old weights stay (--anyway keeps the new)"
    )
    return 0 if kept else 1


def _evaluate(given: argparse.Namespace) -> int:
    if not given.files and not given.held:
        raise Wrong("give a FILE, or --held")
    topics.warm()
    for file in given.files:
        _print(file.stem, _lines(file))
    for name, lines in _held().items() if given.held else ():
        _print(name, lines)
    return 0


def _held() -> dict[str, list[dict[str, Any]]]:
    every = {"messages": sentences.messages(), "cries": sentences.cries()}
    return {
        name: [line for line in lines if sentences.is_held(line["text"])] for name, lines in every.items()
    }


def _lines(file: Path) -> list[dict[str, Any]]:
    try:
        lines = sentences.load(file)
    except (OSError, ValueError) as error:
        raise Wrong(f"{file} is no list of JSON lines: {error}") from error
    if not lines or not table.knows(lines[0]):
        raise Wrong(f"{file}: a line needs a text, and labels, danger, status or expected")
    return lines


def _print(name: str, lines: list[dict[str, Any]]) -> None:
    found = dict(table.rows(name, lines))
    columns = list(dict.fromkeys(column for values in found.values() for column in values))
    print(f"\n{name}: {len(lines)} lines\n{'':36}" + "".join(f"{column:>12}" for column in columns))
    for measure, values in found.items():
        print(f"{measure:36}" + "".join(f"{_number(values.get(column)):>12}" for column in columns))
    if "labels" in lines[0]:
        _print_labels(messages.evaluate(lines))


def _print_labels(result: Result) -> None:
    print(f"\n{'':28}{'messages':>10}{'precision':>10}{'recall':>10}{'F1':>10}")
    for label in result.labels.labels():
        counts = result.labels
        times = counts.right[label] + counts.missed[label]
        shares = (counts.precision(label), counts.recall(label), counts.f1(label))
        print(f"{label:28}{times:>10}" + "".join(f"{share:>10.3f}" for share in shares))
    for (wanted, found), times in result.labels.taken_for.most_common(2 * _SHOWN):
        print(f"{wanted} taken for {found}: {times}")
    for one in result.slowest()[:_SHOWN]:
        print(f"{one.seconds * 1000:.1f} ms, {len(one.text)} letters: {one.text[:60]}")
    for one in result.wrong()[:_SHOWN]:
        print(f"{', '.join(sorted(one.wanted))} read as {', '.join(sorted(one.found))}: {one.text[:100]}")


def _number(value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:,.0f}" if value > 1 else f"{value:.3f}"
