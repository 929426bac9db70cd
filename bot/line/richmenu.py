"""The menus under the chat, for villagers and for who is on duty: what they are, and how they come to stand."""

import hashlib
import json
from typing import Any

from sqlalchemy.orm import Session

from bot.line.gateway import Gateway
from bot.papers import menu
from bot.words import LANGUAGES, label, say
from models import clock
from models.post import outbox
from models.post.menus import MOST_HAVE

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
Menu = tuple[str, str]  # for whom, in which language
EVERY: tuple[Menu, ...] = tuple((which, language) for which in menu.MENUS for language in LANGUAGES)


def put(db: Session) -> None:
    """At a worker's start: look at LINE whether the menus stand. Workers that start together look once."""
    editions = hashlib.sha256("".join(map(_edition, EVERY)).encode()).hexdigest()[:12]
    key = f"menu/{editions}/{clock.machine_now():%Y%m%dT%H%M}"
    outbox.errand(db, "menu", {}, lane=outbox.NOTICE, idempotency_key=key)


def ensure(gateway: Gateway) -> bool:
    """Make the menus that do not stand yet, and show everybody the one that most have.

    True: another one is new, and has to be shown again to those who had its forerunner.
    """
    standing = gateway.menus()
    kept = {one: _whole(gateway, standing, one) for one in EVERY}
    now = {one: menu_id or _make(gateway, one) for one, menu_id in kept.items()}
    if gateway.menu_of_all() != now[MOST_HAVE]:
        gateway.show_to_all(now[MOST_HAVE])
    for menu_id, name in standing.items():
        if name.startswith(OURS) and menu_id not in now.values():
            gateway.drop_menu(menu_id)
    return any(menu_id is None for one, menu_id in kept.items() if one != MOST_HAVE)


def show(gateway: Gateway, line_id: str, wanted: Menu) -> None:
    """Show somebody a menu of her own, or what most people see."""
    if wanted == MOST_HAVE:
        gateway.show_what_all_see(line_id)
        return
    gateway.show_to(line_id, _whole(gateway, gateway.menus(), wanted) or _make(gateway, wanted))


def _whole(gateway: Gateway, standing: dict[str, str], wanted: Menu) -> str | None:
    """The id of this very menu, if it stands with its picture."""
    same = (menu_id for menu_id, name in standing.items() if name == told(wanted)["name"])
    return next((menu_id for menu_id in same if gateway.has_picture(menu_id)), None)


def _make(gateway: Gateway, wanted: Menu) -> str:
    return gateway.make_menu(told(wanted), menu.kept(*wanted))


def told(wanted: Menu) -> Json:
    """A menu as LINE wants to be told of it; its name says which edition it is."""
    return {**_shape(wanted), "name": f"{OURS}{'-'.join(wanted)}-{_edition(wanted)}"}


def labels(wanted: Menu) -> dict[str, str]:
    which, language = wanted
    return {name: label(BUTTONS[name], language, {}) for name in menu.MENUS[which]}


def _shape(wanted: Menu) -> Json:
    width, height = menu.SIZE
    return {
        "size": {"width": width, "height": height},
        "selected": True,
        "chatBarText": say("menu.bar", wanted[1], {}),
        "areas": [_area(wanted, name, said) for name, said in labels(wanted).items()],
    }


def _area(wanted: Menu, name: str, said: str) -> Json:
    box = menu.MENUS[wanted[0]][name].box
    bounds = dict(zip(("x", "y", "width", "height"), box, strict=True))
    action = {"type": "postback", "label": said, "data": f"open/{name}", "displayText": said}
    return {"bounds": bounds, "action": action}


def _edition(wanted: Menu) -> str:
    """Changes with words, places and picture."""
    shape = json.dumps(_shape(wanted), sort_keys=True).encode()
    return hashlib.sha256(shape + menu.kept(*wanted)).hexdigest()[:12]
