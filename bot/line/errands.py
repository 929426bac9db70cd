"""Things to fetch from LINE or to set there, kept in the outbox like messages."""

import logging
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any

from PIL import Image, ImageOps, UnidentifiedImageError
from sqlalchemy import update
from sqlalchemy.orm import Session

from bot.line import richmenu
from bot.line.gateway import Gateway, Refused, TryLater
from models import facts, groups, media
from models.database import Sessions
from models.people import Person
from models.post import menus, postman, quota
from models.post.outbox import Parcel

log = logging.getLogger(__name__)
LARGEST_PHOTO = 300 * 1024
WIDEST_PHOTO = 1600
MOST_TRIES = {
    "media": 20,
    "profile": 3,
    "loading": 1,
    "quota": 5,
    "bot": 8,
    "heads": 3,
    "menu": 8,
    "menu_of": 8,
}
Done = Callable[[Session], None]


def _media(gateway: Gateway, what: dict[str, Any]) -> Done:
    content, mime = gateway.content(what["message_id"])
    if mime.startswith("image/"):
        content, mime = shrink(content, mime)
    return lambda db: media.keep(db, what["message_id"], what["chat"], mime, content)


def _profile(gateway: Gateway, what: dict[str, Any]) -> Done:
    name = gateway.name_of(what["line_id"])[:80]
    named = update(Person).where(Person.line_id == what["line_id"], Person.keeping != "no")

    def done(db: Session) -> None:
        db.execute(named.values(name=name))

    return done


def _loading(gateway: Gateway, what: dict[str, Any]) -> Done:
    gateway.show_loading(what["chat"])
    return _nothing


def _quota(gateway: Gateway, what: dict[str, Any]) -> Done:
    limit, used = gateway.quota()
    return lambda db: quota.tell(db, limit, used)


def _bot(gateway: Gateway, what: dict[str, Any]) -> Done:
    ours = gateway.channel()
    return lambda db: facts.tell(db, "bot", basic_id=ours.basic_id)


def _heads(gateway: Gateway, what: dict[str, Any]) -> Done:
    heads = gateway.heads_of(what["group"])
    return lambda db: groups.count(db, what["group"], heads)


def _menu(gateway: Gateway, what: dict[str, Any]) -> Done:
    made_anew = richmenu.ensure(gateway)
    return menus.owe_everybody if made_anew else _nothing


def _menu_of(gateway: Gateway, what: dict[str, Any]) -> Done:
    richmenu.show(gateway, what["line_id"], (what["which"], what["language"]))
    return _nothing


def _nothing(_db: Session) -> None:
    """There is nothing to keep."""


KINDS: dict[str, Callable[[Gateway, dict[str, Any]], Done]] = {
    "media": _media,
    "profile": _profile,
    "loading": _loading,
    "quota": _quota,
    "bot": _bot,
    "heads": _heads,
    "menu": _menu,
    "menu_of": _menu_of,
}


def run(sessions: Sessions, gateway: Gateway, parcel: Parcel) -> None:
    """Fetch outside of any transaction, keep inside of one."""
    try:
        done = KINDS[parcel.kind](gateway, parcel.messages[0])
    except Refused as refused:
        with sessions.begin() as db:
            row = postman.standing(db, parcel)
            if row is not None:
                postman.refused(row, str(refused))
    except TryLater as later:
        _later(sessions, parcel, later)
    else:
        with sessions.begin() as db:
            row = postman.standing(db, parcel)
            if row is not None:  # else it was taken back while we fetched it
                done(db)
                postman.sent(row)


def _later(sessions: Sessions, parcel: Parcel, later: TryLater) -> None:
    with sessions.begin() as db:
        row = postman.standing(db, parcel)
        if row is None:
            return
        if row.tries >= MOST_TRIES[row.kind]:
            postman.refused(row, str(later))
        else:
            postman.later(row, min(later.pause * 2 ** min(row.tries, 8), timedelta(minutes=5)), str(later))


ERRANDS = dict.fromkeys(KINDS, run)


def shrink(content: bytes, mime: str) -> tuple[bytes, str]:
    """A photo of at most 300 KB, upright, without the place and camera it was taken with."""
    try:
        with Image.open(BytesIO(content)) as opened:
            photo = ImageOps.exif_transpose(opened).convert("RGB")
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError):
        return content, mime
    photo.thumbnail((WIDEST_PHOTO, WIDEST_PHOTO))
    for quality in (85, 70, 55, 40):
        shrunk = _jpeg(photo, quality)
        if len(shrunk) <= LARGEST_PHOTO:
            return shrunk, "image/jpeg"
    photo.thumbnail((WIDEST_PHOTO // 2, WIDEST_PHOTO // 2))
    return _jpeg(photo, 60), "image/jpeg"


def _jpeg(photo: Image.Image, quality: int) -> bytes:
    out = BytesIO()
    photo.save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()
