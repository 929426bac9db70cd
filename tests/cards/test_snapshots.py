"""Every card as it goes to LINE, kept as JSON; UPDATE_SNAPSHOTS=1 keeps what is drawn now."""

import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from linebot.v3.messaging import FlexContainer

from bot.cards import CARDS, render
from bot.words import sentences
from models.post.messages import Message, packed, unpacked
from tests.cards.examples import EXAMPLES
from tests.cards.manners import faults

KEPT = Path(__file__).parent / "snapshots"
UPDATES = bool(os.environ.get("UPDATE_SNAPSHOTS"))
NOT_SAID = ("button/", "names.", "menu.", "page.", "privacy.", "paper.")  # pieces, and what is no message


def named() -> dict[str, Message]:
    """Examples by the name of their file: the key, and a number from the second on."""
    count: Counter[str] = Counter()
    found = {}
    for message in EXAMPLES:
        count[message.key] += 1
        number = count[message.key]
        found[message.key if number == 1 else f"{message.key}-{number}"] = message
    return found


NAMED = named()


def drawn(name: str) -> dict[str, Any]:
    """As it is drawn after a stay in the outbox."""
    [message] = unpacked(json.loads(json.dumps(packed([NAMED[name]]))))
    return render([message], "th", basic_id="@216ru")[0]


@pytest.mark.parametrize("name", NAMED)
def test_a_card_is_as_it_was_kept(name: str) -> None:
    file = KEPT / f"{name}.json"
    now = json.dumps(drawn(name), ensure_ascii=False, indent=2) + "\n"
    if UPDATES:
        file.parent.mkdir(exist_ok=True)
        file.write_text(now, encoding="utf-8")
    assert now == file.read_text(encoding="utf-8"), "look at it; UPDATE_SNAPSHOTS=1 keeps the new one"


def test_a_card_has_manners_and_line_takes_it() -> None:
    found = {name: faults(message.key, drawn(name)) for name, message in NAMED.items()}
    assert {name: faulty for name, faulty in found.items() if faulty} == {}


def test_a_flex_card_comes_back_whole_from_lines_own_models() -> None:
    cards = {name: contents for name in NAMED if (contents := drawn(name).get("contents"))}
    assert [name for name, card in cards.items() if FlexContainer.from_dict(card).to_dict() != card] == []


def test_every_sentence_has_an_example() -> None:
    can_be_said = {key for key in sentences("th") if not key.startswith(NOT_SAID)}
    assert {message.key for message in EXAMPLES} == can_be_said


def test_every_shape_has_an_example() -> None:
    assert set(CARDS) <= {message.key for message in EXAMPLES}


def test_no_snapshot_is_left_over() -> None:
    left = {file.stem for file in KEPT.glob("*.json")} - set(NAMED)
    if UPDATES:
        for name in left:
            (KEPT / f"{name}.json").unlink()
    else:
        assert not left


def test_a_number_that_was_given_is_read_out() -> None:
    for name, message in NAMED.items():
        if "number" in message.values:
            assert message.values["number"] in json.dumps(drawn(name), ensure_ascii=False), name
