"""Who answers? The whole switchboard on one page."""

from collections.abc import Callable
from datetime import timedelta

from handlers import (
    danger,
    forum,
    group,
    help,
    mending,
    my_reports,
    report,
    retraction,
    rsvp,
    spoken,
    welcome,
    wish,
)
from handlers.form import Form, left, step
from handlers.inputs import (
    Answer,
    Edited,
    Followed,
    Photo,
    Pin,
    Sticker,
    Tap,
    Turn,
    Unfollowed,
    Unheard,
    Unsent,
    Voice,
    Words,
    one,
)
from models import clock, people
from models.post import drafts
from models.post.drafts import Draft

Handler = Callable[[Turn], Answer]

OPENINGS: dict[str, Handler] = {
    "report": report.begin,
    "fresh": report.fresh,
    "mine": my_reports.listed,
    "forum": rsvp.next_forum,
    "help": help.how_to,
    "quiet": help.quiet,
    "erase": help.erase,
    "stop_which": help.stop_which,
    "leave": lambda turn: leave(turn),
    "home": welcome.move,
    "begin": welcome.followed,
    "danger": danger.cry,
}

TAPS: dict[str, Handler] = {
    "open": lambda turn: OPENINGS.get("".join(step(turn, 1)), help.lost)(turn),
    "consent": welcome.consented,
    "home": welcome.HOME.tapped,
    "report": report.tapped,
    "wish": wish.WISH.tapped,
    "danger": danger.DANGER.tapped,
    "mine": my_reports.tapped,
    "mend": mending.MEND.tapped,
    "rsvp": rsvp.tapped,
    "how_many": rsvp.HOW_MANY.tapped,
    "forum": rsvp.of_region,
    "place_of": forum.ask_place,
    "forum_place": forum.PLACE.tapped,
    "news": help.news,
    "erase": help.erase,
}

FORMS: dict[str, Form] = {
    form.name: form
    for form in (
        report.REPORT,
        wish.WISH,
        mending.MEND,
        welcome.HOME,
        danger.DANGER,
        rsvp.HOW_MANY,
        forum.PLACE,
    )
}

# What is tried, in this order, on an input that is no tap and no opening word.
FREE: tuple[Callable[[Turn], Answer | None], ...] = (
    my_reports.by_number,
    lambda turn: _open_form(turn),
    report.added,
    rsvp.told,
    lambda turn: _trouble(turn),
)


def answer(turn: Turn) -> Answer:
    if turn.heard.where == "group":
        return group.answer(turn)
    if turn.meaning.danger:
        return danger.cry(turn)
    match turn.input:
        case Tap():
            return TAPS.get(turn.input.steps[0], _old_button)(turn)
        case Words() if opening := spoken.opening(turn.words):
            return OPENINGS[opening](turn)
        case Words() | Photo() | Voice() | Pin() | Sticker():
            return _first(turn) or help.lost(turn)
    return _quietly(turn)


def _quietly(turn: Turn) -> Answer:
    match turn.input:
        case Followed():
            return welcome.followed(turn)
        case Unfollowed():
            people.set_reachable(turn.db, turn.person.line_id, False)
        case Unsent():
            return retraction.unsent(turn)
        case Edited():
            return retraction.edited(turn)
        case Unheard(polite=True):
            return help.cannot(turn)
    return Answer()


def _first(turn: Turn) -> Answer | None:
    return next((found for attempt in FREE if (found := attempt(turn)) is not None), None)


def _open_form(turn: Turn) -> Answer | None:
    draft = drafts.open_for(turn.db, turn.person.id)
    if draft is None:
        return None
    form = FORMS.get(draft.form)
    if form is None or _stale(draft, form.stays_open):
        drafts.leave(draft)
        return None
    return form.turn(turn, draft)


def _stale(draft: Draft, stays_open: timedelta) -> bool:
    return draft.touched_at + stays_open < clock.now()


def _trouble(turn: Turn) -> Answer | None:
    """One who said no to keeping is asked again before we keep anything."""
    if turn.person.keeping == "no" and (turn.meaning.trouble or not isinstance(turn.input, (Words, Sticker))):
        return one("consent.needed", (welcome.YES, welcome.READ, welcome.NO))
    return report.told(turn)


def leave(turn: Turn) -> Answer:
    draft = drafts.open_for(turn.db, turn.person.id)
    return left(draft) if draft else help.lost(turn)


def _old_button(_turn: Turn) -> Answer:
    return one("talk.old_button", welcome.MAIN)
