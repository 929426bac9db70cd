"""Every talk that asks questions, and the one that is open: it goes on, is left, or has gone stale."""

from datetime import timedelta

from handlers import (
    answering,
    ask,
    commands,
    conclude,
    danger,
    deeds,
    delegates,
    emergency,
    entrust,
    giving,
    hand_over,
    joining,
    mending,
    opinion,
    organisations,
    partner_talks,
    regional,
    report,
    retopic,
    rsvp,
    sending_on,
    sheet,
    signing,
    situation,
    speaking,
    teaching,
    tending,
    tying,
    welcome,
    wish,
)
from handlers.form import Form, stopped
from handlers.forums import call_off, details, entrusted, move, place, plan
from handlers.inputs import Answer, Turn, one
from models import clock
from models.post import drafts
from models.post.drafts import Draft

FORMS: dict[str, Form] = {
    form.name: form
    for form in (
        report.REPORT,
        wish.WISH,
        mending.MEND,
        welcome.HOME,
        danger.DANGER,
        rsvp.HOW_MANY,
        sheet.SHEET,
        place.PLACE,
        plan.PLAN,
        move.MOVE,
        call_off.CALL_OFF,
        details.WHICH,
        details.DETAIL,
        delegates.DELEGATE,
        emergency.EMERGENCY,
        giving.GIVING,
        hand_over.HAND_OVER,
        tying.TYING,
        joining.PHONE,
        ask.ASK,
        answering.REPLY,
        teaching.TEACHING,
        retopic.RETOPIC,
        tending.SUM_UP,
        tending.ASK_MORE,
        tending.TELL_MORE,
        entrust.ENTRUST,
        opinion.OPINION,
        regional.REGIONAL,
        situation.SITUATION,
        organisations.ADDING,
        sending_on.SENDING,
        *partner_talks.TALKS.values(),
        partner_talks.ANSWER,
        speaking.CONSENT,
        signing.SIGNING,
        conclude.CONCLUDE,
        deeds.STEP,
    )
}


def go_on(turn: Turn) -> Answer | None:
    draft = drafts.open_for(turn.db, turn.person.id)
    if draft is None:
        return None
    form = FORMS.get(draft.form)
    if form is None or _stale(draft, form.stays_open):
        drafts.leave(draft)
        return None
    return form.turn(turn, draft)


def leave(turn: Turn) -> Answer:
    draft = drafts.open_for(turn.db, turn.person.id)
    if draft is None:
        return one("talk.nothing_open", welcome.MAIN)
    form = FORMS.get(draft.form)
    return ((form and form.leave) or stopped)(turn, draft)


def says_it_to_another(turn: Turn) -> bool:
    """She is asked for words meant for somebody else, or writes of an issue: if water comes to the neck, call 1784."""
    if commands.is_one(turn) or entrusted.writes_down(turn) or conclude.read(turn):
        return True
    draft = drafts.open_for(turn.db, turn.person.id)
    form = FORMS.get(draft.form) if draft and turn.person.keeping != "no" else None
    return draft is not None and form is not None and form.quotes and not _stale(draft, form.stays_open)


def _stale(draft: Draft, stays_open: timedelta) -> bool:
    return draft.touched_at + stays_open < clock.now()
