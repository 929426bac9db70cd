"""What a paper is made of. Each paper is told once in these blocks; Word and PDF draw them."""

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Literal

Side = Literal["left", "center", "right"]
FULL = 16.0  # centimetres between the margins
INDENT = 2.5  # of a paragraph's first line, as official letters have it


@dataclass(frozen=True)
class Heading:
    """Level 0 is the paper's title, in the middle; 1 a part of it. It stays with what follows."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """A tab in the text is a dotted line to write on, as long as there is room."""

    text: str
    align: Side = "left"
    first: float = 0  # how far the first line is set in
    left: float = 0  # how far all of it is
    before: float = 0  # points of air above
    bold: bool = False
    keep: bool = False  # on one page with what follows


@dataclass(frozen=True)
class Labelled:
    """A label, and what belongs to it set in beside it: เรื่อง, เรียน, a number in a list."""

    label: str
    text: str
    width: float = 1.5
    left: float = 0
    before: float = 0
    bold: bool = False


@dataclass(frozen=True)
class Sides:
    """Two columns of lines without a frame: the number of a letter and who sends it."""

    left: str
    right: str
    share: float = 0.5


@dataclass(frozen=True)
class Column:
    title: str
    width: float
    align: Side = "left"


@dataclass(frozen=True)
class Table:
    """The head stands again on every page; a row stays whole."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    height: float = 0  # a row is at least so high, in centimetres
    total: bool = False  # the last row is the sum
    whole: bool = False  # all of it on one page, which it must fit on


@dataclass(frozen=True)
class Signature:
    """Room to sign, over the lines below it, in the right half; never alone on a page."""

    close: str
    lines: str


@dataclass(frozen=True)
class NewPage:
    pass


Block = Heading | Paragraph | Labelled | Sides | Table | Signature | NewPage


@dataclass(frozen=True)
class Paper:
    title: str
    blocks: tuple[Block, ...]
    draft: str = ""  # a word in the upper corner of every page: ร่าง
    numbered: bool = True  # the pages, from the second on


def each_text(thing: Any, change: Callable[[str], str]) -> Any:
    """The same paper with every text in it changed."""
    if isinstance(thing, str):
        return change(thing)
    if isinstance(thing, tuple):
        return tuple(each_text(one, change) for one in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        told = {field.name: each_text(getattr(thing, field.name), change) for field in fields(thing)}
        return replace(thing, **told)
    return thing
