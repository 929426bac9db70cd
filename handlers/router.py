"""Who answers? The whole switchboard on one page."""

from collections.abc import Callable
from datetime import timedelta

from handlers import (
    answering,
    area,
    ask,
    consents,
    danger,
    digest,
    forum,
    giving,
    group,
    hand_over,
    help,
    joining,
    language,
    listed,
    mending,
    my_reports,
    report,
    retraction,
    rsvp,
    spoken,
    welcome,
    wish,
    work,
)
from handlers.form import Form, step, stopped
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
    "consents": consents.mine,
    "english": language.english,
    "thai": language.thai,
    "work": work.menu,
    "code": giving.begin,
    "hand_over": hand_over.begin,
    "phone": joining.phone,
    "ask": ask.begin,
    "questions": answering.begin,
    "reports": area.begin,
    "digest": digest.today,
}

TAPS: dict[str, Handler] = {
    "open": lambda turn: OPENINGS.get("".join(step(turn, 1)), help.lost)(turn),
    "consent": welcome.consented,
    "home": welcome.HOME.tapped,
    "report": report.tapped,
    "wish": wish.WISH.tapped,
    "danger": danger.tapped,
    "mine": my_reports.tapped,
    "mend": mending.MEND.tapped,
    "rsvp": rsvp.tapped,
    "how_many": rsvp.HOW_MANY.tapped,
    "forum": rsvp.of_region,
    "place_of": forum.ask_place,
    "forum_place": forum.PLACE.tapped,
    "news": help.news,
    "erase": help.erase,
    "giving": giving.GIVING.tapped,
    "hand_over": hand_over.tapped,
    "phone": joining.PHONE.tapped,
    "ask": ask.tapped,
    "asked": ask.of_one,
    "question": answering.of_one,
    "reply": answering.tapped,
    "area": area.tapped,
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
        giving.GIVING,
        hand_over.HAND_OVER,
        joining.PHONE,
        ask.ASK,
        answering.REPLY,
    )
}

# What keeps something of the person who does it.
KEEPING = {"report", "fresh", "home", "wish", "mend", "rsvp", "how_many", "news", "quiet", "ask"}

# What is tried, in this order, on an input that is no tap and no opening word.
FREE: tuple[Callable[[Turn], Answer | None], ...] = (
    joining.by_code,
    listed.by_verb,
    area.by_report_number,
    my_reports.by_number,
    lambda turn: _open_form(turn),
    danger.more,
    listed.by_number,
    report.added,
    rsvp.told,
    report.told,
)


def answer(turn: Turn) -> Answer:
    if turn.heard.where == "group":
        return group.answer(turn)
    if turn.meaning.danger and not _says_it_to_another(turn):
        return danger.cry(turn)
    if turn.person.keeping == "no" and _would_be_kept(turn):
        return one("consent.needed", (welcome.YES, welcome.READ, welcome.NO))
    match turn.input:
        case Tap():
            return TAPS.get(turn.input.steps[0], _old_button)(turn)
        case Words() if opening := _opening(turn):
            return OPENINGS[opening](turn)
        case Words() | Photo() | Voice() | Pin() | Sticker():
            return _first(turn) or help.lost(turn)
    return _quietly(turn)


def _opening(turn: Turn) -> str | None:
    """Her wish; but while a danger is fresh, or what she types is for another, only our short words lead away."""
    wish = spoken.opening(turn.words)
    only_words = wish and (danger.fresh(turn) or _says_it_to_another(turn))
    return spoken.word(turn.words) if only_words else wish


def _says_it_to_another(turn: Turn) -> bool:
    """She is being asked for words meant for somebody else: if water comes to the neck, call 1784."""
    draft = drafts.open_for(turn.db, turn.person.id)
    form = FORMS.get(draft.form) if draft and turn.person.keeping != "no" else None
    return draft is not None and form is not None and form.quotes and not _stale(draft, form.stays_open)


def _would_be_kept(turn: Turn) -> bool:
    """What one who said no to keeping may only do after saying yes."""
    match turn.input:
        case Tap():
            opened = "".join(step(turn, 1)) if turn.input.steps[0] == "open" else turn.input.steps[0]
            return opened in KEEPING
        case Words():
            return spoken.opening(turn.words) in KEEPING or turn.meaning.trouble
        case Photo() | Voice() | Pin():
            return True
    return False


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


def leave(turn: Turn) -> Answer:
    draft = drafts.open_for(turn.db, turn.person.id)
    if draft is None:
        return one("talk.nothing_open", welcome.MAIN)
    form = FORMS.get(draft.form)
    return ((form and form.leave) or stopped)(turn, draft)


def _old_button(_turn: Turn) -> Answer:
    return one("talk.old_button", welcome.MAIN)
