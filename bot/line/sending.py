"""One row of messages on its way to LINE: rendered once, sent, and marked by what LINE decided."""

import json
import logging
from datetime import timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy.orm import Session

from bot.cards import render
from bot.line.events import is_group
from bot.line.gateway import DeadToken, Gateway, Refused, TryLater
from models import clock, facts, groups
from models.database import Sessions, reading
from models.post import outbox, postman, quota
from models.post.messages import unpacked
from models.post.outbox import Parcel

log = logging.getLogger(__name__)
KEY_LIVES = timedelta(hours=24)  # LINE remembers a retry key that long
QUOTA_PAUSE = timedelta(seconds=31)  # far longer than a lease: a rehearsal does not wait for it
QUOTA_STAYS_TRUE = timedelta(seconds=20)
LONGEST_PAUSE = timedelta(minutes=10)


def prepare(db: Session, parcel: Parcel, public_url: str) -> None:
    """Fix the body before the first try; give an old key up where that is safe."""
    if parcel.kind != "say":
        parcel.tries += 1
        return
    tried = parcel.first_tried_at
    if tried and not parcel.unsure and clock.machine_now() - tried > KEY_LIVES:
        parcel.retry_key, parcel.first_tried_at = str(uuid4()), None
    postman.first_try(parcel, parcel.body or _drawn(db, parcel, public_url))


def _drawn(db: Session, parcel: Parcel, public_url: str) -> str:
    ours = facts.ask(db, "bot").get("basic_id", "")
    drawn = render(unpacked(parcel.messages), parcel.language, public_url, ours)
    return json.dumps(drawn, ensure_ascii=False)


def send(sessions: Sessions, gateway: Gateway, parcel: Parcel) -> None:
    try:
        _check_quota(sessions, gateway, parcel)
        how = _hand_over(gateway, parcel)
    except Refused as refused:
        _refused(sessions, parcel, refused)
    except TryLater as later:
        _later(sessions, gateway, parcel, later)
    else:
        with sessions.begin() as db:
            row = postman.standing(db, parcel)
            if row is not None:
                postman.sent(row)
            if how == "push":
                quota.use(db, parcel.cost)


def _check_quota(sessions: Sessions, gateway: Gateway, parcel: Parcel) -> None:
    """Before a broadcast the quota is read: a refusal in the middle would leave half a region uninvited."""
    if parcel.lane != outbox.BROADCAST:
        return
    with reading(sessions)() as db:
        known, age = quota.left(db), facts.age(db, "quota")
    if age is None or age > QUOTA_STAYS_TRUE:
        limit, used = gateway.quota()
        with sessions.begin() as db:
            quota.tell(db, limit, used)
            known = quota.left(db)
    if known is not None and known < parcel.cost:
        raise TryLater(f"{known} messages left this month", QUOTA_PAUSE, status=429)


def _hand_over(gateway: Gateway, parcel: Parcel) -> str:
    """Reply while the token is fresh; push only if the reply was surely not taken."""
    messages: list[dict[str, Any]] = json.loads(parcel.body or "[]")
    if parcel.reply_token and parcel.reply_until:
        fresh = clock.machine_now() < parcel.reply_until
        if (fresh or parcel.unsure) and _reply(gateway, parcel, messages, fresh):
            return "reply"
    if parcel.reply_until and parcel.lane != outbox.URGENT and is_group(parcel.chat):
        raise Refused("too late for a reply; an answer in a group is not worth a push to everybody in it")
    parcel.reply_token = None  # from here on it is a push, and stays one
    _check_key(parcel)
    if len(parcel.recipients) == 1:
        gateway.push(parcel.recipients[0], messages, parcel.retry_key)
    else:
        gateway.multicast(parcel.recipients, messages, parcel.retry_key)
    return "push"


def _reply(gateway: Gateway, parcel: Parcel, messages: list[dict[str, Any]], fresh: bool) -> bool:
    """Whether the answer went out as a reply. After an unseen try, a dead token means that it had."""
    if not fresh:
        return True
    try:
        gateway.reply(str(parcel.reply_token), messages)
    except DeadToken:
        return parcel.unsure
    return True


def _check_key(parcel: Parcel) -> None:
    if parcel.unsure and parcel.first_tried_at and clock.machine_now() - parcel.first_tried_at > KEY_LIVES:
        raise Refused("not known to have arrived within 24 hours; sending again could say it twice")


def _refused(sessions: Sessions, parcel: Parcel, refused: Refused) -> None:
    why = str(refused)
    log.warning("outbox row %d: %s", parcel.id, why)
    with sessions.begin() as db:
        row = postman.untaken(db, parcel)
        if row is None:
            return
        if len(row.recipients) > 1:
            postman.split(db, row, why)
        else:
            postman.refused(row, why)
            if refused.status:
                _leave_dead_group(db, row)


def _leave_dead_group(db: Session, row: Parcel) -> None:
    """LINE takes no push to a group that we are not in any more."""
    group = groups.by_line_id(db, row.chat) if row.chat else None
    if group is not None:
        groups.leave(group)


def _later(sessions: Sessions, gateway: Gateway, parcel: Parcel, later: TryLater) -> None:
    pause = max(later.pause, min(later.pause * 2 ** min(parcel.tries - 1, 10), LONGEST_PAUSE))
    quota_gone = later.status == 429 and later.pause != QUOTA_PAUSE and _quota_left(gateway) == 0
    if quota_gone or later.pause == QUOTA_PAUSE:
        pause = QUOTA_PAUSE
    log.warning("outbox row %d, try %d: %s", parcel.id, parcel.tries, later)
    with sessions.begin() as db:
        if quota_gone:
            quota.gone(db)
        row = postman.untaken(db, parcel)
        if row is not None:
            row.reply_token = parcel.reply_token
            postman.later(row, pause, str(later), later.unsure)


def _quota_left(gateway: Gateway) -> int | None:
    try:
        return gateway.quota_left()
    except (Refused, TryLater):
        return None
