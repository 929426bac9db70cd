"""Agendas grow by themselves, go on to the next Forum, and are shown a week before."""

from datetime import time, timedelta

from sqlalchemy.orm import Session

from models import clock
from models.forums import carrying, drafting, supporting
from models.forums import forum as forums
from models.thai.calendar import here

SHOWN_BEFORE = timedelta(days=7)
FROM, UNTIL = time(8), time(20)  # nobody is woken by an agenda


def grow(db: Session) -> None:
    """What was not talked of is carried over first: it stands before what is new."""
    carrying.carry_over(db)
    for forum in forums.planned(db):
        if drafting.is_due(forum):
            drafting.grow(db, forum)


def show(db: Session) -> None:
    """Seven days before, those who come see the draft; of a Forum planned later, as soon as there is one."""
    if not FROM <= here(clock.now()).time() < UNTIL:
        return
    for forum in forums.planned(db):
        if forum.draft_shown_at is None and forum.at <= clock.now() + SHOWN_BEFORE:
            if drafting.is_due(forum):
                drafting.grow(db, forum)
            supporting.show(db, forum)
