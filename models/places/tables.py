"""Reads the csv tables that lie beside the code."""

import csv
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent


def rows(file: str) -> Iterator[dict[str, str]]:
    """The lines of a table as dictionaries; lines that begin with # are remarks."""
    with (HERE / file).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(line for line in lines if not line.startswith("#"))


def listed(cell: str) -> list[str]:
    """The names in one cell, which | divides."""
    return [part for part in cell.split("|") if part]
