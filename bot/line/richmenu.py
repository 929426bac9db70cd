"""The villagers' menu under the chat: what it is, and how it comes to stand at LINE."""

import hashlib
import json
from typing import Any

from sqlalchemy.orm import Session

from bot.line.gateway import Gateway
from bot.papers import menu
from bot.words import label, say
from models import clock
from models.post import outbox

OURS = "forum-"  # menus whose name begins so were made by us
BUTTONS = {
    "report": "main.report",
    "mine": "main.mine",
    "forum": "main.forum",
    "help": "main.help",
    "danger": "danger.button",
}
Json = dict[str, Any]


def put(db: Session) -> None:
    """At a worker's start: look at LINE whether the menu stands. Workers that start together look once."""
    key = f"menu/{_edition()}/{clock.machine_now():%Y%m%dT%H%M}"
    outbox.errand(db, "menu", {}, lane=outbox.NOTICE, idempotency_key=key)


def ensure(gateway: Gateway) -> None:
    """Make the menu and show it to everybody, unless this very one is shown already."""
    wanted, standing = told(), gateway.menus()
    shown = gateway.menu_of_all()
    if shown is not None and standing.get(shown) == wanted["name"]:
        return
    made = gateway.make_menu(wanted, menu.kept())
    gateway.show_to_all(made)
    for menu_id, name in standing.items():
        if name.startswith(OURS):
            gateway.drop_menu(menu_id)


def told() -> Json:
    """The menu as LINE wants to be told of it; its name says which edition it is."""
    return {**_shape(), "name": f"{OURS}{_edition()}"}


def labels(language: str = "th") -> dict[str, str]:
    return {name: label(key, language, {}) for name, key in BUTTONS.items()}


def _shape() -> Json:
    width, height = menu.SIZE
    return {
        "size": {"width": width, "height": height},
        "selected": True,
        "chatBarText": say("menu.bar", "th", {}),
        "areas": [_area(name, said) for name, said in labels().items()],
    }


def _area(name: str, said: str) -> Json:
    bounds = dict(zip(("x", "y", "width", "height"), menu.TILES[name].box, strict=True))
    action = {"type": "postback", "label": said, "data": f"open/{name}", "displayText": said}
    return {"bounds": bounds, "action": action}


def _edition() -> str:
    """Changes with words, places and picture."""
    shape = json.dumps(_shape(), sort_keys=True).encode()
    return hashlib.sha256(shape + menu.kept()).hexdigest()[:12]
