"""Simple signs of our own, each drawn in a square of a hundred steps."""

from collections.abc import Callable
from typing import NamedTuple

from PIL.ImageDraw import ImageDraw

from bot.papers.letters import letters


class Spot(NamedTuple):
    """Where a sign stands, how large, and in which two colours."""

    x: int
    y: int
    size: int
    ink: str
    ground: str

    def at(self, *steps: float) -> list[int]:
        """Points given in steps of the square, as pixels: x, y, x, y..."""
        corner = (self.x, self.y)
        return [round(corner[place % 2] + step * self.size / 100) for place, step in enumerate(steps)]

    def thick(self, steps: float) -> int:
        return max(1, round(steps * self.size / 100))


def speech(pen: ImageDraw, spot: Spot) -> None:
    pen.rounded_rectangle(spot.at(2, 8, 98, 76), spot.thick(16), fill=spot.ink)
    pen.polygon(spot.at(20, 70, 52, 70, 20, 97), fill=spot.ink)
    for middle in (27, 50, 73):
        pen.ellipse(spot.at(middle - 7, 35, middle + 7, 49), fill=spot.ground)


def ticked_list(pen: ImageDraw, spot: Spot) -> None:
    pen.rounded_rectangle(spot.at(12, 10, 88, 98), spot.thick(9), outline=spot.ink, width=spot.thick(8))
    pen.rounded_rectangle(spot.at(32, 2, 68, 22), spot.thick(6), fill=spot.ink)
    for middle in (43, 71):
        pen.line(spot.at(25, middle, 33, middle + 8, 47, middle - 10), spot.ink, spot.thick(8), joint="curve")
        pen.line(spot.at(56, middle, 76, middle), spot.ink, spot.thick(8))


def calendar(pen: ImageDraw, spot: Spot) -> None:
    pen.rounded_rectangle(spot.at(6, 12, 94, 96), spot.thick(10), outline=spot.ink, width=spot.thick(8))
    pen.rounded_rectangle(spot.at(6, 12, 94, 40), spot.thick(10), fill=spot.ink)
    for middle in (30, 70):
        pen.rounded_rectangle(spot.at(middle - 5, 2, middle + 5, 26), spot.thick(5), fill=spot.ink)
    pen.line(spot.at(31, 66, 45, 80, 70, 53), spot.ink, spot.thick(10), joint="curve")


def question(pen: ImageDraw, spot: Spot) -> None:
    pen.ellipse(spot.at(3, 3, 97, 97), fill=spot.ink)
    across, down = spot.at(50, 50)
    pen.text((across, down), "?", fill=spot.ground, font=letters(spot.thick(84)), anchor="mm")


def warning(pen: ImageDraw, spot: Spot) -> None:
    pen.polygon(spot.at(50, 4, 99, 92, 1, 92), fill=spot.ink)
    pen.polygon(spot.at(44, 34, 56, 34, 53, 66, 47, 66), fill=spot.ground)
    pen.ellipse(spot.at(44, 71, 56, 83), fill=spot.ground)


def people(pen: ImageDraw, spot: Spot) -> None:
    for middle, top, width in ((22, 24, 34), (78, 24, 34), (50, 8, 44)):
        half, neck = width / 2, top + width * 0.72
        pen.ellipse(spot.at(middle - half * 0.62, top, middle + half * 0.62, neck), fill=spot.ink)
        shoulders, edge = spot.at(middle - half, neck + 4, middle + half, 100), spot.thick(3)
        pen.rounded_rectangle(shoulders, spot.thick(half * 0.7), spot.ink, spot.ground, edge)


Icon = Callable[[ImageDraw, Spot], None]
