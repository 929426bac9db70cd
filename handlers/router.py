"""Who answers? TAPS and what is tried in turn; beside them the words (openings.py) and the talks (forms.py)."""

from collections.abc import Callable

from handlers import (
    answering,
    area,
    ask,
    called,
    centre,
    checkin,
    comers,
    commands,
    conclude,
    danger,
    dates,
    deeds,
    delegates,
    emergency,
    entrust,
    forms,
    giving,
    group,
    hand_over,
    help,
    joining,
    lessons,
    listed,
    memory,
    mending,
    merging,
    my_reports,
    opinion,
    organisations,
    partner,
    partner_talks,
    regional,
    report,
    resolution,
    retopic,
    retraction,
    roll_call,
    rsvp,
    sending_on,
    sheet,
    signing,
    situation,
    speaking,
    spoken,
    supports,
    survey,
    teaching,
    tending,
    tying,
    verdict,
    welcome,
    wish,
)
from handlers.form import step
from handlers.forums import (
    agenda,
    call_off,
    details,
    entrusted,
    menu,
    move,
    papers,
    place,
    plan,
    proposing,
    secretary,
)
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
from handlers.openings import OPENINGS, Handler
from models import people

TAPS: dict[str, Handler] = {
    "open": lambda turn: OPENINGS.get("".join(step(turn, 1)), help.lost)(turn),
    "consent": checkin.consented,
    "home": welcome.HOME.tapped,
    "report": report.tapped,
    "wish": wish.WISH.tapped,
    "danger": danger.tapped,
    "mine": my_reports.tapped,
    "mend": mending.MEND.tapped,
    "rsvp": rsvp.tapped,
    "how_many": rsvp.HOW_MANY.tapped,
    "sheet": sheet.SHEET.tapped,
    "sheet_of": sheet.change,
    "forum": dates.of_region,
    "national": dates.tapped,
    "place_of": place.ask_place,
    "forum_place": place.PLACE.tapped,
    "forum_of": menu.tapped,
    "plan": plan.PLAN.tapped,
    "move": move.MOVE.tapped,
    "call_off": call_off.CALL_OFF.tapped,
    "details": details.WHICH.tapped,
    "papers": papers.tapped,
    "detail": details.DETAIL.tapped,
    "comers": comers.in_region,
    "emergency": emergency.EMERGENCY.tapped,
    "called": called.tapped,
    "roll_call": roll_call.tapped,
    "delegate": delegates.DELEGATE.tapped,
    "news": help.news,
    "erase": help.erase,
    "giving": giving.GIVING.tapped,
    "hand_over": hand_over.tapped,
    "tying": tying.TYING.tapped,
    "phone": joining.PHONE.tapped,
    "ask": ask.tapped,
    "asked": ask.of_one,
    "question": answering.of_one,
    "reply": answering.tapped,
    "area": area.tapped,
    "teaching": teaching.TEACHING.tapped,
    "taught": teaching.tapped,
    "retopic": retopic.RETOPIC.tapped,
    "retopic_of": retopic.begin,
    "twin": merging.tapped_by_reporter,
    "alike": merging.alike,
    "merge": merging.tapped,
    "unmerge": merging.apart,
    "tend": tending.tapped,
    "sum_up": tending.SUM_UP.tapped,
    "ask_more": tending.ASK_MORE.tapped,
    "more": tending.reply,
    "tell_more": tending.TELL_MORE.tapped,
    "agenda": agenda.tapped,
    "unpropose": proposing.no_more,
    "put": proposing.put,
    "support": supports.tapped,
    "entrust": entrust.ENTRUST.tapped,
    "entrust_of": entrust.of_forum,
    "entrusted": entrusted.tapped,
    "centre": centre.tapped,
    "opinion": opinion.OPINION.tapped,
    "opinion_of": opinion.begin,
    "regional": regional.REGIONAL.tapped,
    "regional_of": regional.tapped,
    "situation": situation.SITUATION.tapped,
    "organisations": organisations.tapped,
    "adding": organisations.ADDING.tapped,
    "send": sending_on.tapped,
    "sending": sending_on.adding,
    "posted": sending_on.posted,
    "partner": partner.tapped,
    "partner_when": partner_talks.BY_WHEN.tapped,
    "partner_pass": partner_talks.PASS.tapped,
    "partner_more": partner_talks.MORE.tapped,
    "partner_stuck": partner_talks.STUCK.tapped,
    "partner_done": partner_talks.DONE.tapped,
    "partner_wants": partner_talks.answer,
    "partner_answer": partner_talks.ANSWER.tapped,
    "speaking": speaking.CONSENT.tapped,
    "checkin": checkin.tapped,
    "signing": signing.SIGNING.tapped,
    "signed": signing.tapped,
    "secretary": secretary.tapped,
    "survey": survey.tapped,
    "survey_of": survey.again,
    "results": survey.of_forum,
    "memory": memory.tapped,
    "conclude": conclude.CONCLUDE.tapped,
    "conclusions": resolution.of_forum,
    "resolution": resolution.tapped,
    "unsay": resolution.unsaid,
    "deed": deeds.tapped,
    "deed_step": deeds.STEP.tapped,
    "verdict": verdict.tapped,
    "lessons": lessons.tapped,
}

# What keeps something of the person who does it.
KEEPING = {"report", "fresh", "home", "wish", "mend", "news", "quiet", "ask"}
KEEPING |= {"twin", "more", "tell_more"}
KEEPING |= {"called", "rsvp", "how_many", "sheet", "sheet_of", "follow"}
KEEPING |= {"support", "entrust", "entrust_of"}
KEEPING |= {"survey"}

# What is tried, in this order, on an input that is no tap and no opening word.
FREE: tuple[Callable[[Turn], Answer | None], ...] = (
    rsvp.from_group,
    checkin.by_figures,
    lambda turn: _at_the_door(turn),
    joining.by_code,
    centre.by_command,
    commands.typed,
    proposing.by_verb,
    entrusted.by_words,
    listed.by_verb,
    centre.by_number,
    sending_on.by_own_number,
    speaking.told,
    area.by_report_number,
    my_reports.by_number,
    conclude.typed,
    resolution.by_number,
    deeds.by_words,
    forms.go_on,
    danger.more,
    centre.by_bare_number,
    listed.by_number,
    entrust.another_voice,
    report.added,
    rsvp.told,
    report.told,
)


def answer(turn: Turn) -> Answer:
    if turn.heard.where == "group":
        return group.answer(turn)
    if turn.meaning.danger and not forms.says_it_to_another(turn):
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
    only_words = wish and (danger.fresh(turn) or forms.says_it_to_another(turn))
    return spoken.word(turn.words) if only_words else wish


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


def _at_the_door(turn: Turn) -> Answer | None:
    """Names of others who came, or what an area remembers; unless the words are meant for somebody else."""
    if not turn.words or forms.says_it_to_another(turn):
        return None
    tried = (signing.by_word(turn), signing.by_names(turn), memory.by_place(turn))
    return next((found for found in tried if found is not None), None)


def _old_button(_turn: Turn) -> Answer:
    return one("talk.old_button", welcome.MAIN)
