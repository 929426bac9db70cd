"""Template messages: buttons, confirm, carousel, image carousel."""

from typing import Any

from bot.simulator.checks import actions
from bot.simulator.checks.rules import (
    Check,
    Path,
    Problem,
    anything,
    by_type,
    every,
    graphemes,
    listed,
    matching,
    objects_in,
    one_of,
    seen,
    shape,
    web_address,
)

COLOUR = matching(r"#[0-9A-Fa-f]{6}")
LOOKS: dict[str, Check] = {
    "imageAspectRatio": one_of("rectangle", "square"),
    "imageSize": one_of("cover", "contain"),
}


def _short_words(plain: int, beside_more: int) -> Check:
    """Less text fits when there is a picture or a title above it."""

    def check(value: Any, where: Path, found: list[Problem]) -> None:
        words = value.get("text")
        most = beside_more if "thumbnailImageUrl" in value or "title" in value else plain
        if isinstance(words, str) and graphemes(words) > most:
            found.append(Problem((*where, "text"), f"Length must be between 1 and {most}"))

    return check


def _alike(value: Any, where: Path, found: list[Problem]) -> None:
    columns = objects_in(value, "columns")
    for name in ("thumbnailImageUrl", "title"):
        if len({name in column for column in columns}) > 1:
            found.append(Problem((*where, "columns"), f"{name} must be in all columns or in none"))
    counts = [len(c["actions"]) if isinstance(c.get("actions"), list) else 0 for c in columns]
    for position, count in enumerate(counts):
        if count != counts[0]:
            found.append(Problem((*where, "columns", position, "actions"), "must be as many as in the first"))


CARD: dict[str, Check] = {
    "thumbnailImageUrl": web_address,
    "imageBackgroundColor": COLOUR,
    "title": seen(40),
    "text": seen(160),
    "defaultAction": actions.on_template_picture,
}
BUTTON_ROW: dict[str, Check] = {"actions": listed(actions.in_template, 1, 4), "type": anything}
BUTTONS = every(shape(CARD | LOOKS | BUTTON_ROW, ("text", "actions")), _short_words(160, 60))
CONFIRM = shape(
    {"type": anything, "text": seen(240), "actions": listed(actions.in_template, 2, 2)}, ("text", "actions")
)
COLUMN = every(
    shape(CARD | {"actions": listed(actions.in_template, 1, 3)}, ("text", "actions")), _short_words(120, 60)
)
CAROUSEL = every(shape({"type": anything, "columns": listed(COLUMN, 1, 10), **LOOKS}, ("columns",)), _alike)
PICTURE = shape({"imageUrl": web_address, "action": actions.in_image_carousel}, ("imageUrl", "action"))
PICTURES = shape({"type": anything, "columns": listed(PICTURE, 1, 10)}, ("columns",))

template = by_type({"buttons": BUTTONS, "confirm": CONFIRM, "carousel": CAROUSEL, "image_carousel": PICTURES})
