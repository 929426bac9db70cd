"""What we ask of every message: short, few buttons, in Thai, in no office words, and one LINE takes as it is."""

import re
from collections.abc import Iterator
from typing import Any

from linebot.v3.messaging import Message

from bot.line.limits import ALT_TEXT, LABEL, QUICK_REPLIES, TEXT, clusters, units
from bot.simulator.buttons import in_message, quick_replies
from bot.simulator.checks import calls
from bot.simulator.checks.rules import size_in_bytes

Json = dict[str, Any]
MOST_LINES, MOST_BUTTONS, MOST_BYTES = 4, 5, 15 * 1024
LISTS = (  # a line for each name: as long as they are
    *("organisations.shown", "partner.list"),
    *("mine.list", "group.dates", "answering.list", "area.list"),
    *("comers.names", "forum.several", "forum.menu"),
    *("agenda.list", "agenda.moved", "agenda.which", "agenda.left_out", "support.list", "support.left_out"),
    *("entrusted.list",),
    *("move.which", "call_off.which", "details.which", "comers.which"),
    *("papers.which", "centre.list"),
    "papers.which",
    *("arrivals.which", "arrivals.names", "signing.which", "poster.which", "secretary.which", "survey.which"),
    *("memory.still_open", "memory.resolved"),
    *("conclude.which_forum", "conclude.which_item", "conclude.no_such_item", "conclude.list", "deed.list"),
)
MENUS = ("work.menu", "forum.menu", "forum.menu_empty", "papers.of")  # of staff: two in a row
ALARMS = (  # who is on duty reads all there is to know
    *("duty.danger", "answering.card", "area.one", "digest.morning", "digest.quiet"),
    *("plan.sure", "move.sure", "call_off.sure", "details.card", "comers.counts"),
    *("emergency.sure", "emergency.not_sure", "roll_call.counts"),
    *("centre.card", "centre.watched", "regional.check", "situation.sure"),
    *("sending.sure", "sending.sure_by_letter", "partner.card"),
    *("signing.sure", "group_door.sure", "arrivals.counts", "memory.counts", "survey.results"),
    *("deed.one", "result.sure"),
)
OFFICE = re.compile("ระบบ|ดำเนินการ|ประเด็น|บอท|RSVP")
ASKED_FOR = "รับไปดำเนินการ"  # the label an organisation is offered: a word of theirs, not of villagers
LATIN = re.compile(r"[A-Za-z]+")
ADDRESS = re.compile(
    r"https?://\S+|LINE|English|Excel"
)  # a language and a program are called by their own names
PARTS = ("header", "hero", "body", "footer", "contents")
SOMEONE = "U" + "0" * 32


def faults(key: str, message: Json) -> list[str]:
    """What is wrong with one LINE message; empty when all is well."""
    return [
        *(f"LINE: {problem}" for problem in calls.problems("push", {"to": SOMEONE, "messages": [message]})),
        *_stripped(message),
        *_size(key, message),
        *_labels(message),
        *(fault for said in texts(message) for fault in _tongue(said)),
    ]


def _stripped(message: Json) -> Iterator[str]:
    """LINE's library drops what it does not know, without a word."""
    if Message.from_dict(message).to_dict() != message:
        yield "the library sends something else"


def _size(key: str, message: Json) -> Iterator[str]:
    lines = [line for said in _body(message) for line in said.split("\n")]
    if key not in (*LISTS, *ALARMS) and len(lines) > MOST_LINES:
        yield f"{len(lines)} lines"
    if len(list(in_message(message))) > MOST_BUTTONS and key not in MENUS:
        yield "too many buttons"
    if len(quick_replies(message)) > QUICK_REPLIES:
        yield "too many quick replies"
    if units(message.get("text", "")) > TEXT or units(message.get("altText", "")) > ALT_TEXT:
        yield "too long"
    if size_in_bytes(message) > MOST_BYTES:
        yield "too many bytes"


def _labels(message: Json) -> Iterator[str]:
    for buttons in (
        in_message(message),
        quick_replies(message),
    ):  # a row above the keyboard may repeat the card
        labels = [button.label for button in buttons]
        if len(set(labels)) < len(labels):
            yield f"two buttons look alike: {labels}"
        yield from (f"the label {label} is long" for label in labels if clusters(label) > LABEL)


def _tongue(said: str) -> Iterator[str]:
    """Thai throughout; a key that found no sentence would be Latin letters."""
    bare = ADDRESS.sub("", said)
    yield from (f"not Thai: {found}" for found in LATIN.findall(bare))
    yield from (f"an office word: {found}" for found in OFFICE.findall(said.replace(ASKED_FOR, "")))
    if re.search(r"[{}]|None|  ", said) or not said.strip():
        yield f"unfinished: {said!r}"


def texts(message: Json) -> list[str]:
    """All a person can read: body, notification, buttons and what a tap says."""
    buttons = [*in_message(message), *quick_replies(message)]
    said = [text for button in buttons for text in (button.label, button.action.get("displayText", "ก"))]
    return [*_body(message), *([message["altText"]] if "altText" in message else []), *said]


def _body(part: Any) -> list[str]:
    """The texts drawn in a message, in reading order, buttons left out."""
    if isinstance(part, list):
        return [said for one in part for said in _body(one)]
    if not isinstance(part, dict):
        return []
    own = [part["text"]] if part.get("type") == "text" else []
    return own + [said for name in PARTS for said in _body(part.get(name))]
