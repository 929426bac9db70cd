"""Hears a cry for rescue, even one that never names the trouble."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from models.topics import likeness, spelling
from models.topics.scenes import Played, Scene, Stage

_ENOUGH = 3
_MOST_CALM, _MOST_ALARM = -3, 6  # what the scenes together can say
_HINT, _MOST_HINTED = 1, 1  # hints alone must sound like a cry too
_LEAST_LIKE, _MOST_LIKE = -2, 3  # what the likeness can say
_LEANING = 0.35  # a missed cry is worse than a false alarm
_THAI = re.compile("[\u0e01-\u0e4e]+")


@dataclass(frozen=True)
class Ear:
    always: re.Pattern[str]
    always_rough: re.Pattern[str]
    stage: Stage
    alarms: tuple[Scene, ...]
    calms: tuple[Scene, ...]


def is_danger(text: str) -> bool:
    """Whether somebody must be rescued now."""
    return heard_in(spelling.close(text))


def heard_in(closed: str) -> bool:
    """The same for a close text; the likeness is asked only where it can decide."""
    if _always(closed):
        return True
    played = load().stage.play(closed)
    heard = _scenes_in(played)
    missing = _ENOUGH - _points(heard)
    if not heard or missing > _MOST_LIKE:
        return False
    return missing <= _LEAST_LIKE or missing <= _like(played)


def signals(text: str) -> dict[str, int]:
    """What was heard and what it weighs; for explaining and for tuning."""
    closed = spelling.close(text)
    if _always(closed):
        return {"always": _ENOUGH}
    played = load().stage.play(closed)
    return _scenes_in(played) | {"likeness": _like(played)}


def _always(closed: str) -> bool:
    ear = load()
    return bool(ear.always.search(closed) or ear.always_rough.search(spelling.rough(closed)))


def _scenes_in(played: Played) -> dict[str, int]:
    """Only words with their tones calm: without them หนี้ is หนี and ข่าว is ข้าว."""
    ear = load()
    heard = {scene.name: scene.weight for scene in ear.alarms if scene.seen(played.said)}
    if not heard:
        return {}
    return heard | {scene.name: -scene.weight for scene in ear.calms if scene.seen(played.meant)}


def _points(heard: dict[str, int]) -> int:
    most = _MOST_ALARM if any(weight > _HINT for weight in heard.values()) else _MOST_HINTED
    return max(_MOST_CALM, min(most, sum(heard.values())))


def _like(played: Played) -> int:
    return max(_LEAST_LIKE, min(_MOST_LIKE, round(likeness.score(played) + _LEANING)))


@cache
def load() -> Ear:
    written, words = _read("danger.yml"), _read("concepts.yml")
    always = "|".join(written["always"])
    return Ear(
        re.compile(always),
        re.compile(_THAI.sub(lambda found: spelling.rough(found.group()), always)),
        Stage(words["concepts"], words["masks"].split()),
        _written_scenes(written["alarms"]),
        _written_scenes(written["calms"]),
    )


def _read(name: str) -> dict[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return dict(yaml.load(Path(__file__).with_name(name).read_text(encoding="utf-8"), Loader=loader))


def _written_scenes(rows: dict[int, list[str]]) -> tuple[Scene, ...]:
    return tuple(Scene.written(line, weight) for weight, lines in rows.items() for line in lines)
