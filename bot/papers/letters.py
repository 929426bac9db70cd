"""The letters of all we draw: Sarabun, shaped by raqm so that Thai marks stand where they belong."""

from functools import cache

import fontpkg_sarabun
from PIL import ImageFont

FONTS = fontpkg_sarabun.ROOT / "files"
Font = ImageFont.FreeTypeFont


@cache
def letters(size: int, weight: str = "Bold") -> Font:
    return ImageFont.truetype(str(FONTS / f"Sarabun-{weight}.ttf"), size, layout_engine=ImageFont.Layout.RAQM)


def fitting(text: str, width: int, largest: int) -> Font:
    """The largest letters up to `largest` in which the text is no wider than `width`."""
    needed = letters(largest).getlength(text)
    return letters(largest if needed <= width else int(largest * width / needed))
