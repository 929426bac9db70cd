"""A paper as PDF, drawn by Typst. Words go in as data beside the drawing, never as part of it."""

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import typst

from bot.papers.blocks import Paper
from bot.papers.letters import FONTS
from bot.papers.word_edges import pieces

DRAWING = Path(__file__).with_name("paper.typ")
# Sarabun's letters are as large at 10.9 point as those of TH Sarabun New at 16, which offices write with.
SIZE = 16 * 0.68


def draw(paper: Paper, digits: str) -> bytes:
    drawn = _compiled(paper, digits, "pdf")
    assert isinstance(drawn, bytes)
    return drawn


def pictures(paper: Paper, digits: str, dots_per_inch: float = 100) -> list[bytes]:
    """Its pages as PNG."""
    drawn = _compiled(paper, digits, "png", dots_per_inch)
    return drawn if isinstance(drawn, list) else [drawn]


def _compiled(paper: Paper, digits: str, form: Any, ppi: float | None = None) -> bytes | list[bytes]:
    inputs = {"paper": json.dumps(_told(paper, digits), ensure_ascii=False), "size": str(SIZE)}
    drawn: bytes | list[bytes] | None = typst.compile(
        str(DRAWING), font_paths=_fonts(), sys_inputs=inputs, format=form, ppi=ppi
    )
    assert drawn is not None, "what is not written to a file is handed back"
    return drawn


def _told(paper: Paper, digits: str) -> dict[str, Any]:
    blocks = [{"is": type(block).__name__.lower(), **_in_pieces(asdict(block))} for block in paper.blocks]
    return {**asdict(paper), "blocks": blocks, "digits": [*digits]}


def _in_pieces(told: Any, name: str = "") -> Any:
    """Every text as lines, and every line as the pieces it may be broken between."""
    if isinstance(told, dict):
        return {name: _in_pieces(value, name) for name, value in told.items()}
    if isinstance(told, tuple | list):
        return [_in_pieces(one) for one in told]
    return [pieces(line) for line in told.split("\n")] if isinstance(told, str) and name != "align" else told


@cache
def _fonts() -> typst.Fonts:
    """Only our own letters, so that a paper looks the same on every machine."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
