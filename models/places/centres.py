"""The centre of every tambon and which of them are nearest to a point (tambon_centres.csv).

Computed by us from the boundaries COD-AB Thailand 2019 of UN OCHA and the Royal Thai Survey Department.
"""

from collections.abc import Iterator
from functools import cache
from heapq import nsmallest
from math import cos, floor, hypot, radians

from models.places.gazetteer import exists
from models.places.tables import rows

Centre = tuple[str, float, float]
KM_A_DEGREE = 111.2
_CELL = 0.1  # degrees; a tambon is about 0.08 wide
_FARTHEST_RING = 7  # cells, a little more than 60 km


@cache
def _grid() -> dict[tuple[int, int], list[Centre]]:
    cells: dict[tuple[int, int], list[Centre]] = {}
    for row in rows("tambon_centres.csv"):
        lat, lon = float(row["lat"]), float(row["lon"])
        cells.setdefault(_cell(lat, lon), []).append((_todays_code(row["code"]), lat, lon))
    return cells


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return floor(lat / _CELL), floor(lon / _CELL)


def _todays_code(code: str) -> str:
    return code if exists(code) else _successors().get(code, code[:4])


@cache
def _successors() -> dict[str, str]:
    from geothai.abolished import abolished_areas

    return {area.code: area.successors[0] for area in abolished_areas() if area.successors}


def nearest(lat: float, lon: float, count: int = 1) -> list[tuple[float, str]]:
    """The nearest centres within about 60 km as (kilometres, code), nearest first."""
    row, column = _cell(lat, lon)
    found: list[tuple[float, str]] = []
    for ring in range(_FARTHEST_RING + 1):
        for place in _ring(row, column, ring):
            found += [(_km(lat, lon, centre), centre[0]) for centre in _grid().get(place, ())]
        safe = ring * _CELL * KM_A_DEGREE * 0.93  # no centre of a later ring is nearer than this
        if len(found) >= count and nsmallest(count, found)[-1][0] <= safe:
            break
    return nsmallest(count, found)


def _ring(row: int, column: int, ring: int) -> Iterator[tuple[int, int]]:
    for y in range(row - ring, row + ring + 1):
        step = 1 if abs(y - row) == ring else max(2 * ring, 1)
        for x in range(column - ring, column + ring + 1, step):
            yield y, x


def _km(lat: float, lon: float, centre: Centre) -> float:
    _, north, east = centre
    return hypot(lat - north, (lon - east) * cos(radians(lat))) * KM_A_DEGREE


def warm() -> None:
    """Read the centres now rather than at the first pin."""
    _grid()
