"""Examples of what is said of an issue on its way from trouble to deed."""

from models.post.messages import Message, tap

MINE = (tap("main.mine", "mine/ขก-0142"),)
ISSUE = {
    "number": "ขก-0142",
    "topics": [["water", None]],
    "region": "northeast",
    "at": "2026-08-20T02:00:00+00:00",
}

CHAIN_EXAMPLES: tuple[Message, ...] = (
    Message("issue.on_agenda", {**ISSUE, "people": 7}, MINE),
    Message("issue.on_agenda", {**ISSUE, "people": 0}, MINE),
    Message("issue.not_on_agenda", {**ISSUE, "why_not": "next_forum"}, MINE),
)
