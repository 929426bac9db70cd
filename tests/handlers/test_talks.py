"""The pictures of the talks are drawn from the forms, and stay true. UPDATE_TALKS=1 draws them anew."""

import os
from pathlib import Path

import pytest

from handlers.forms import FORMS
from tests.talks import draw

TALKS = Path(__file__).parent.parent.parent / "docs" / "talks"


@pytest.mark.parametrize("name", sorted(FORMS))
def test_the_picture_of_a_talk_shows_its_questions(name: str) -> None:
    picture, file = draw(FORMS[name]), TALKS / f"{name}.mmd"
    if os.environ.get("UPDATE_TALKS"):
        file.write_text(picture, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == picture
