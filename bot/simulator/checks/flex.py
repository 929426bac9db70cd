"""Flex messages: which component may stand where, and what each may carry."""

from typing import Any

from bot.simulator.checks import actions
from bot.simulator.checks.rules import (
    MISSING,
    Check,
    Path,
    Problem,
    anything,
    by_type,
    every,
    listed,
    matching,
    number,
    objects_in,
    one_of,
    shape,
    size_in_bytes,
    text,
    web_address,
    yes_or_no,
)

BUBBLE_BYTES, CAROUSEL_BYTES, MOST_BUBBLES, MOST_MOVING_PICTURES = 30 * 1024, 50 * 1024, 12, 10
PIXELS = r"\d+(\.\d+)?px"
PERCENT = r"\d+(\.\d+)?%"
STEPS = "none|xs|sm|md|lg|xl|xxl"
SIZES = "xxs|xs|sm|md|lg|xl|xxl|3xl|4xl|5xl"
COLOUR = matching(r"#([0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})")
GAP = matching(f"{STEPS}|{PIXELS}")
PADDING = matching(f"{STEPS}|{PIXELS}|{PERCENT}")
LENGTH = matching(f"{PIXELS}|{PERCENT}")
OFFSET = matching(f"-?({STEPS}|{PIXELS}|{PERCENT})")
LETTERS = matching(f"{SIZES}|{PIXELS}")
WEIGHT = number(0, 10_000)


def _not_too_tall(value: Any, where: Path, found: list[Problem]) -> None:
    width, height = (float(side) for side in value.split(":"))
    if width <= 0 or height > 3 * width:
        found.append(Problem(where, "height must be at most three times the width"))


RATIO = every(matching(r"\d{1,6}(\.\d+)?:\d{1,6}(\.\d+)?"), _not_too_tall)
TYPE: dict[str, Check] = {"type": anything}

PLACE: dict[str, Check] = {
    "margin": GAP,
    "position": one_of("relative", "absolute"),
    **dict.fromkeys(("offsetTop", "offsetBottom", "offsetStart", "offsetEnd"), OFFSET),
}
GRAVITY: dict[str, Check] = {"gravity": one_of("top", "bottom", "center")}
ALIGN: dict[str, Check] = {"align": one_of("start", "end", "center")}
PEN: dict[str, Check] = {
    "text": text(BUBBLE_BYTES),
    "size": LETTERS,
    "color": COLOUR,
    "weight": one_of("regular", "bold"),
    "style": one_of("normal", "italic"),
    "decoration": one_of("none", "underline", "line-through"),
}
SPAN = by_type({"span": shape(TYPE | PEN)})


def _says_something(value: Any, where: Path, found: list[Problem]) -> None:
    if "text" not in value and not value.get("contents"):
        found.append(Problem((*where, "text"), MISSING))


TEXT = every(
    shape(
        {
            **TYPE,
            **PEN,
            **PLACE,
            **GRAVITY,
            **ALIGN,
            "flex": WEIGHT,
            "wrap": yes_or_no,
            "lineSpacing": matching(PIXELS),
            "maxLines": number(0, 1000),
            "contents": listed(SPAN, 0, 100),
            "adjustMode": one_of("shrink-to-fit"),
            "scaling": yes_or_no,
            "action": actions.in_flex,
        }
    ),
    _says_something,
)
BUTTON = shape(
    {
        **TYPE,
        **PLACE,
        **GRAVITY,
        "flex": WEIGHT,
        "color": COLOUR,
        "style": one_of("primary", "secondary", "link"),
        "height": one_of("md", "sm"),
        "adjustMode": one_of("shrink-to-fit"),
        "scaling": yes_or_no,
        "action": actions.in_flex_button,
    },
    ("action",),
)
IMAGE = shape(
    {
        **TYPE,
        **PLACE,
        **GRAVITY,
        **ALIGN,
        "flex": WEIGHT,
        "url": web_address,
        "size": matching(f"{SIZES}|full|{PIXELS}|{PERCENT}"),
        "aspectRatio": RATIO,
        "aspectMode": one_of("fit", "cover"),
        "backgroundColor": COLOUR,
        "animated": yes_or_no,
        "action": actions.in_flex,
    },
    ("url",),
)
ICON_LOOKS: dict[str, Check] = {"size": LETTERS, "aspectRatio": RATIO, "scaling": yes_or_no}
ICON = shape(TYPE | PLACE | ICON_LOOKS | {"url": web_address}, ("url",))
SEPARATOR = shape({**TYPE, "margin": GAP, "color": COLOUR})
FILLER = shape({**TYPE, "flex": WEIGHT})


def _gradient() -> Check:
    point = matching(r"\d{1,3}(\.\d+)?%")
    angle = matching(r"\d{1,3}(\.\d+)?deg")
    colours = dict.fromkeys(("startColor", "endColor", "centerColor"), COLOUR)
    fields = {**TYPE, "angle": angle, **colours, "centerPosition": point}
    return by_type({"linearGradient": shape(fields, ("angle", "startColor", "endColor"))})


BOX = shape(
    {
        **TYPE,
        **PLACE,
        "layout": one_of("horizontal", "vertical", "baseline"),
        "contents": anything,
        "flex": WEIGHT,
        "spacing": GAP,
        "backgroundColor": COLOUR,
        "borderColor": COLOUR,
        "borderWidth": matching(f"none|light|normal|medium|semi-bold|bold|{PIXELS}"),
        "cornerRadius": GAP,
        **dict.fromkeys(("width", "maxWidth", "height", "maxHeight"), LENGTH),
        **dict.fromkeys(("paddingAll", "paddingTop", "paddingBottom", "paddingStart", "paddingEnd"), PADDING),
        "action": actions.in_flex,
        "justifyContent": one_of(
            "center", "flex-start", "flex-end", "space-between", "space-around", "space-evenly"
        ),
        "alignItems": one_of("center", "flex-start", "flex-end"),
        "background": _gradient(),
    },
    ("layout", "contents"),
)


def box(value: Any, where: Path, found: list[Problem]) -> None:
    BOX(value, where, found)
    each = IN_LINE if value.get("layout") == "baseline" else IN_BLOCK
    if "contents" in value:
        listed(each, 0, 1000)(value["contents"], (*where, "contents"), found)


IN_LINE = by_type({"icon": ICON, "text": TEXT, "filler": FILLER})
IN_BLOCK = by_type(
    {"box": box, "button": BUTTON, "filler": FILLER, "image": IMAGE, "separator": SEPARATOR, "text": TEXT}
)
ONLY_BOX = by_type({"box": box})
VIDEO = shape(
    {
        **TYPE,
        "url": web_address,
        "previewUrl": web_address,
        "altContent": by_type({"box": box, "image": IMAGE}),
        "aspectRatio": RATIO,
        "action": actions.in_flex,
    },
    ("url", "previewUrl", "altContent"),
)
BLOCK = shape({"backgroundColor": COLOUR, "separator": yes_or_no, "separatorColor": COLOUR})
PARTS = ("header", "hero", "body", "footer")
BUBBLE = shape(
    {
        **TYPE,
        "size": one_of("nano", "micro", "deca", "hecto", "kilo", "mega", "giga"),
        "direction": one_of("ltr", "rtl"),
        "header": ONLY_BOX,
        "hero": by_type({"box": box, "image": IMAGE, "video": VIDEO}),
        "body": ONLY_BOX,
        "footer": ONLY_BOX,
        "styles": shape(dict.fromkeys(PARTS, BLOCK)),
        "action": actions.in_flex,
    }
)


def bubble(value: Any, where: Path, found: list[Problem]) -> None:
    BUBBLE(value, where, found)
    if not any(part in value for part in PARTS):
        found.append(Problem(where, "At least one block must be specified"))
    if size_in_bytes(value) > BUBBLE_BYTES:
        found.append(Problem(where, "bubble must be at most 30 KB"))


def _carousel_rules(value: Any, where: Path, found: list[Problem]) -> None:
    if len({str(one.get("size", "mega")) for one in objects_in(value, "contents")}) > 1:
        found.append(Problem((*where, "contents"), "all bubbles must be of the same size"))
    if size_in_bytes(value) > CAROUSEL_BYTES:
        found.append(Problem(where, "carousel must be at most 50 KB"))


BUBBLES = listed(by_type({"bubble": bubble}), 1, MOST_BUBBLES)
CAROUSEL = every(shape({**TYPE, "contents": BUBBLES}, ("contents",)), _carousel_rules)


def _moving_pictures(value: Any) -> int:
    if isinstance(value, list):
        return sum(map(_moving_pictures, value))
    if not isinstance(value, dict):
        return 0
    return (value.get("animated") is True) + sum(map(_moving_pictures, value.values()))


def container(value: Any, where: Path, found: list[Problem]) -> None:
    by_type({"bubble": bubble, "carousel": CAROUSEL})(value, where, found)
    if _moving_pictures(value) > MOST_MOVING_PICTURES:
        found.append(Problem(where, f"at most {MOST_MOVING_PICTURES} animated images"))
