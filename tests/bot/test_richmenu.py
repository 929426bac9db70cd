"""The menus: how they are drawn, how they come to stand at LINE, what a tap does."""

import os
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageDraw, features

from bot.line import richmenu
from bot.line.limits import CHAT_BAR, LABEL, clusters
from bot.papers import menu
from bot.papers.letters import letters
from bot.simulator.checks import calls
from bot.simulator.menus import RichMenu, picture_problem
from tests.house import House
from tests.makers import a_villager, planned_forums

RED = "danger"
VILLAGER = ("villager", "th")
needs_raqm = pytest.mark.skipif(not features.check("raqm"), reason="Pillow without fribidi can't shape Thai")
Box = tuple[int, int, int, int]


def put(house: House) -> None:
    """What a worker does when it starts."""
    with house.db() as db:
        richmenu.put(db)
    house.send()


def shown(house: House) -> RichMenu:
    menus = house.line.world.menus
    assert menus.default is not None
    return menus.all[menus.default]


def made(house: House) -> int:
    return len(house.line.world.calls("/v2/bot/richmenu"))


each = pytest.mark.parametrize("which", richmenu.EVERY, ids="-".join)
both = pytest.mark.parametrize("which", sorted(menu.MENUS))


@each
def test_line_takes_the_menu_and_its_picture(which: richmenu.Menu) -> None:
    told = richmenu.told(which)
    assert calls.problems("richmenu", told) == []
    assert picture_problem(menu.kept(*which), "image/png", told["size"]) is None
    assert clusters(told["chatBarText"]) <= CHAT_BAR
    assert all(clusters(area["action"]["label"]) <= LABEL for area in told["areas"])


@needs_raqm
@each
def test_the_kept_picture_is_what_would_be_drawn_now(which: richmenu.Menu) -> None:
    """UPDATE_SNAPSHOTS=1 keeps the new one, after words or drawing changed."""
    drawn = menu.picture(which[0], richmenu.labels(which))
    if os.environ.get("UPDATE_SNAPSHOTS"):
        menu.file(*which).write_bytes(drawn)
    apart = ImageChops.difference(_seen(drawn), _seen(menu.kept(*which))).convert("L")
    assert apart.point(lambda light: 255 if light > 96 else 0).getbbox() is None, "draw the menu again"


def _seen(picture: bytes) -> Image.Image:
    return Image.open(BytesIO(picture)).convert("RGB").reduce(4)


def test_after_a_workers_start_everybody_has_the_menu(house: House) -> None:
    put(house)
    assert shown(house).picture
    assert [area["action"]["data"] for area in shown(house).told["areas"]] == [
        "open/report",
        "open/mine",
        "open/forum",
        "open/help",
        "open/danger",
    ]
    assert house.line.world.breaches == []


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("report", "report.story"),
        ("mine", "mine.none"),
        ("forum", "forum.invitation"),
        ("help", "help.how_to"),
        ("danger", "danger.numbers"),
    ],
)
def test_a_tap_on_each_area_is_answered(house: House, name: str, key: str) -> None:
    planned_forums(house)
    talk = a_villager(house)
    put(house)
    tapped: dict[str, Any] = next(
        area["action"] for area in shown(house).told["areas"] if area["action"]["data"] == f"open/{name}"
    )
    talk.taps_old(tapped)
    assert talk.heard[0]["key"] == key


def test_starting_again_makes_no_second_menu(house: House) -> None:
    put(house)
    house.time.goes(hours=1)
    put(house)
    assert made(house) == len(richmenu.EVERY)
    assert len(house.line.world.menus.all) == len(richmenu.EVERY)


def test_workers_that_start_together_make_one_menu(house: House) -> None:
    with house.db() as db:
        richmenu.put(db)
        richmenu.put(db)
    house.send()
    assert made(house) == len(richmenu.EVERY)


def test_an_older_menu_of_ours_leaves_and_somebody_elses_stays(house: House) -> None:
    world = house.line.world
    for name in ("forum-old", "made by hand"):
        world.menus.create({**richmenu.told(VILLAGER), "name": name})
    put(house)
    ours = [richmenu.told(which)["name"] for which in richmenu.EVERY]
    assert sorted(one.told["name"] for one in world.menus.all.values()) == sorted(["made by hand", *ours])


def test_a_menu_without_its_picture_is_made_anew(house: House) -> None:
    """LINE failed between the menu and its picture: the next try leaves one whole menu."""
    house.line.world.fail_next(500, path="/content")
    put(house)
    assert house.line.world.menus.default is None
    house.time.goes(minutes=1)
    house.send()
    assert shown(house).picture
    assert len(house.line.world.menus.all) == len(richmenu.EVERY)


def test_other_words_make_another_menu(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    put(house)
    before = shown(house).menu_id
    monkeypatch.setitem(richmenu.BUTTONS, "help", "report.edit")
    house.time.goes(minutes=1)
    put(house)
    assert shown(house).menu_id != before
    assert len(house.line.world.menus.all) == len(richmenu.EVERY)


@both
def test_no_two_areas_meet_and_the_red_one_lies_apart(which: str) -> None:
    boxes = {name: tile.box for name, tile in menu.MENUS[which].items()}
    gaps = {(a, b): _gap(boxes[a], boxes[b]) for a in boxes for b in boxes if a < b}
    assert all(gap >= (100 if RED in pair else 40) for pair, gap in gaps.items()), gaps
    assert all(x + w <= menu.SIZE[0] and y + h <= menu.SIZE[1] for x, y, w, h in boxes.values())


def _gap(a: Box, b: Box) -> int:
    across = max(a[0], b[0]) - min(a[0] + a[2], b[0] + b[2])
    down = max(a[1], b[1]) - min(a[1] + a[3], b[1] + b[3])
    return max(across, down)


@needs_raqm
@each
def test_every_letter_lies_within_its_tile(which: richmenu.Menu) -> None:
    """Drawn without words the edges of the tiles look the same: nothing is cut off."""
    full = Image.open(BytesIO(menu.picture(which[0], richmenu.labels(which)))).convert("RGB")
    bare = Image.open(BytesIO(menu.picture(which[0], dict.fromkeys(menu.MENUS[which[0]], "ก")))).convert(
        "RGB"
    )
    changed = ImageChops.difference(full, bare).convert("L").point(lambda light: 255 if light > 40 else 0)
    for name, tile in menu.MENUS[which[0]].items():
        x, y, width, height = tile.box
        frame = Image.new("L", menu.SIZE, 0)
        pen = ImageDraw.Draw(frame)
        pen.rectangle((x - 18, y - 18, x + width + 18, y + height + 18), outline=255, width=30)
        assert ImageChops.multiply(changed, frame).getbbox() is None, name


@needs_raqm
def test_thai_marks_stand_above_each_other() -> None:
    """Shaped by raqm a tone mark climbs above the vowel; without shaping the two fall together."""
    font = letters(200)
    assert font.getbbox("รื่")[1] < font.getbbox("รื")[1] < font.getbbox("ร")[1]
    assert font.getlength("รื่อ") == font.getlength("รอ")
