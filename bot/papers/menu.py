"""Pictures of the menus under the chat: large letters, few colours, the red one apart from the others."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw

from bot.papers import icons
from bot.papers.icons import Icon, Spot
from bot.papers.letters import fitting

SIZE = (2500, 1686)
GREEN, RED, WHITE, INK, GROUND = "#0A6B42", "#BF1F1F", "#FFFFFF", "#16251D", "#DCE8E1"
ROUND, EDGE, BASE = 48, 70, 8  # Thai letters carry their marks above: a little lower looks even


class Tile(NamedTuple):
    """One button: left, top, width, height; its sign above the words or before them."""

    box: tuple[int, int, int, int]
    icon: Icon
    sign: int
    letters: int
    ink: str
    ground: str
    tall: bool = False


TALL, TOP, MIDDLE, LOW = (
    *((40, 40, 1060, 1120), (1140, 40, 1320, 346)),
    *((1140, 426, 1320, 346), (1140, 812, 1320, 348)),
)
# Around the red one 100 pixels (a sixth of a finger's width) belong to nobody.
DANGER = Tile((140, 1260, 2220, 356), icons.warning, 250, 230, WHITE, RED)

MENUS: dict[str, dict[str, Tile]] = {
    "villager": {
        "report": Tile(TALL, icons.speech, 430, 250, WHITE, GREEN, tall=True),
        "mine": Tile(TOP, icons.ticked_list, 210, 180, INK, WHITE),
        "forum": Tile(MIDDLE, icons.calendar, 210, 180, INK, WHITE),
        "help": Tile(LOW, icons.question, 210, 180, INK, WHITE),
        "danger": DANGER,
    },
    "duty": {
        "work": Tile(TALL, icons.people, 430, 250, WHITE, GREEN, tall=True),
        "report": Tile(TOP, icons.speech, 210, 180, INK, WHITE),
        "mine": Tile(MIDDLE, icons.ticked_list, 210, 180, INK, WHITE),
        "forum": Tile(LOW, icons.calendar, 210, 180, INK, WHITE),
        "danger": DANGER,
    },
}


def picture(which: str, labels: Mapping[str, str]) -> bytes:
    """Drawn anew: a PNG of at most 1 MB; `labels` by the names of its tiles."""
    image = Image.new("RGB", SIZE, GROUND)
    pen = ImageDraw.Draw(image)
    for name, tile in MENUS[which].items():
        _draw(pen, tile, labels[name])
    out = BytesIO()
    image.quantize(64, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _draw(pen: ImageDraw.ImageDraw, tile: Tile, label: str) -> None:
    left, top, width, height = tile.box
    pen.rounded_rectangle((left, top, left + width, top + height), ROUND, fill=tile.ground)
    (_above if tile.tall else _before)(pen, tile, label)


def _above(pen: ImageDraw.ImageDraw, tile: Tile, label: str) -> None:
    left, top, width, height = tile.box
    middle, font = left + width // 2, fitting(label, width - 2 * EDGE, tile.letters)
    tile.icon(pen, Spot(middle - tile.sign // 2, top + height // 6, tile.sign, tile.ink, tile.ground))
    pen.text((middle, top + height * 3 // 4), label, fill=tile.ink, font=font, anchor="mm")


def _before(pen: ImageDraw.ImageDraw, tile: Tile, label: str) -> None:
    left, top, width, height = tile.box
    room = width - 3 * EDGE - tile.sign
    font, middle = fitting(label, room, tile.letters), top + height // 2 + BASE
    start = left + EDGE
    if tile.ground == RED:
        start = left + (width - tile.sign - EDGE - int(font.getlength(label))) // 2
    tile.icon(pen, Spot(start, middle - BASE - tile.sign // 2, tile.sign, tile.ink, tile.ground))
    pen.text((start + tile.sign + EDGE, middle), label, fill=tile.ink, font=font, anchor="lm")


def kept(which: str, language: str) -> bytes:
    """The picture as it was drawn. Shaping Thai needs fribidi, which not every server has: draw at home."""
    return file(which, language).read_bytes()


def file(which: str, language: str) -> Path:
    return Path(__file__).with_name(f"menu.{which}.{language}.png")
