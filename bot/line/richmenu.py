"""The menus under the chat, for villagers and for who is on duty: what they are, and how they come to stand."""

import hashlib
import json
from typing import Any

from sqlalchemy.orm import Session

from bot.line.gateway import Gateway
from bot.papers import menu
from bot.words import label, say
from models import clock
from models.post import outbox
from models.post.menus import DUTY, VILLAGER

OURS = "forum-"  # menus whose name begins so were made by us
BUTTONS = {
    "report": "main.report",
    "mine": "main.mine",
    "forum": "main.forum",
    "help": "main.help",
    "work": "main.work",
    "danger": "danger.button",
}
Json = dict[str, Any]


def put(db: Session) -> None:
    """At a worker's start: look at LINE whether the menus stand. Workers that start together look once."""
    editions = "/".join(_edition(which) for which in menu.MENUS)
    key = f"menu/{editions}/{clock.machine_now():%Y%m%dT%H%M}"
    outbox.errand(db, "menu", {}, lane=outbox.NOTICE, idempotency_key=key)


def ensure(gateway: Gateway) -> bool:
    """Make the menus that do not stand yet, and show the villagers' to everybody.

    True: the duty menu is new, and has to be shown again to those who had the old one.
    """
    standing = gateway.menus()
    kept = {which: _whole(gateway, standing, which) for which in menu.MENUS}
    now = {which: menu_id or _make(gateway, which) for which, menu_id in kept.items()}
    if gateway.menu_of_all() != now[VILLAGER]:
        gateway.show_to_all(now[VILLAGER])
    for menu_id, name in standing.items():
        if name.startswith(OURS) and menu_id not in now.values():
            gateway.drop_menu(menu_id)
    return kept[DUTY] is None


def _whole(gateway: Gateway, standing: dict[str, str], which: str) -> str | None:
    """The id of this very menu, if it stands with its picture."""
    wanted = told(which)["name"]
    same = (menu_id for menu_id, name in standing.items() if name == wanted)
    return next((menu_id for menu_id in same if gateway.has_picture(menu_id)), None)


def show(gateway: Gateway, line_id: str, which: str) -> None:
    """Show somebody the duty menu, or what everybody sees."""
    if which == VILLAGER:
        gateway.show_what_all_see(line_id)
        return
    gateway.show_to(line_id, _whole(gateway, gateway.menus(), which) or _make(gateway, which))


def _make(gateway: Gateway, which: str) -> str:
    return gateway.make_menu(told(which), menu.kept(which))


def told(which: str) -> Json:
    """A menu as LINE wants to be told of it; its name says which edition it is."""
    return {**_shape(which), "name": f"{OURS}{which}-{_edition(which)}"}


def labels(which: str, language: str = "th") -> dict[str, str]:
    return {name: label(BUTTONS[name], language, {}) for name in menu.MENUS[which]}


def _shape(which: str) -> Json:
    width, height = menu.SIZE
    return {
        "size": {"width": width, "height": height},
        "selected": True,
        "chatBarText": say("menu.bar", "th", {}),
        "areas": [_area(which, name, said) for name, said in labels(which).items()],
    }


def _area(which: str, name: str, said: str) -> Json:
    bounds = dict(zip(("x", "y", "width", "height"), menu.MENUS[which][name].box, strict=True))
    action = {"type": "postback", "label": said, "data": f"open/{name}", "displayText": said}
    return {"bounds": bounds, "action": action}


def _edition(which: str) -> str:
    """Changes with words, places and picture."""
    shape = json.dumps(_shape(which), sort_keys=True).encode()
    return hashlib.sha256(shape + menu.kept(which)).hexdigest()[:12]
