"""The buttons a person can tap now: those of messages, and the quick replies under the last one."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.simulator.world import Entry

QUICK = "quickReply"


@dataclass(frozen=True)
class Button:
    label: str
    action: dict[str, Any]
    quick: bool = False


def in_message(message: dict[str, Any]) -> Iterator[Button]:
    """Every action drawn in a message, in reading order, quick replies left out."""
    yield from _within({name: part for name, part in message.items() if name != QUICK})


def _within(part: Any) -> Iterator[Button]:
    if isinstance(part, list):
        for one in part:
            yield from _within(one)
    elif isinstance(part, dict):
        own = [part[name] for name in ("action", "defaultAction") if isinstance(part.get(name), dict)]
        yield from (_button(action, part) for action in own)
        yield from (_button(action, {}) for action in part.get("actions", []))
        for name, one in part.items():
            if name not in ("action", "defaultAction", "actions"):
                yield from _within(one)


def _button(action: dict[str, Any], around: dict[str, Any]) -> Button:
    return Button(action.get("label") or action.get("text") or around.get("text") or "", action)


def quick_replies(message: dict[str, Any]) -> list[Button]:
    items = message.get(QUICK, {}).get("items", [])
    return [Button(item["action"].get("label", ""), item["action"], quick=True) for item in items]


def tappable(chat: list[Entry], user: str) -> list[Button]:
    """Buttons of what the bot said since this person last wrote, then the last message's quick replies."""
    shown = [entry for entry in chat if entry.kind != "note" and not entry.gone]
    own = max((place for place, entry in enumerate(shown) if entry.who == user), default=-1)
    recent = [entry.what for entry in shown[own + 1 :] if entry.who == "bot"]
    found = [button for message in recent for button in in_message(message)]
    if shown and shown[-1].who == "bot":
        found += quick_replies(shown[-1].what)
    return found


def labelled(chat: list[Entry], user: str, label: str) -> Button:
    """The newest button of that label, or beginning so; older cards can still be tapped, as on a phone."""
    now = tappable(chat, user)
    older = [button for e in chat if e.who == "bot" and not e.gone for button in in_message(e.what)]
    for choice in (now, older):
        for fits in (str.__eq__, str.startswith):
            for button in reversed(choice):
                if fits(button.label, label):
                    return button
    raise LookupError(f"no button {label!r}; there are {[button.label for button in now]}")
