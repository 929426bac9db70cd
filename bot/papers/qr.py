"""Draws an address as a code for cameras."""

import segno

QUIET = 4  # modules of white around it, as the standard asks


def svg(address: str) -> str:
    """As a piece of a page, as large as the page makes it."""
    return str(segno.make(address, error="m", micro=False).svg_inline(border=QUIET, omitsize=True))
