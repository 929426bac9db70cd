"""Met for the first time: what we keep and why, then where home is, then what can be done."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from handlers import consents as asking
from handlers import neighbours, place
from handlers.form import Form, Question, step
from handlers.inputs import Answer, Pin, Turn, one
from models import consent, consents, people, reports, roles
from models.forums import invitations, telling
from models.people import Person
from models.post import drafts
from models.post.drafts import Draft
from models.post.messages import Message, tap
from models.reports import Report

MAIN = (
    tap("main.report", "open/report", loud=True),
    tap("main.mine", "open/mine"),
    tap("main.forum", "open/forum"),
    tap("main.help", "open/help"),
)
YES, READ, NO = (
    tap("consent.yes", "consent/yes", loud=True),
    tap("consent.read", "consent/read"),
    tap("consent.no", "consent/no"),
)
AT_ONCE = timedelta(seconds=1)


def followed(turn: Turn) -> Answer:
    people.set_reachable(turn.db, turn.person.line_id, True)
    if turn.person.agreed:
        return Answer([Message("welcome.back", {}, MAIN)])
    return Answer([Message("welcome.hello"), *owed(turn)])


def owed(turn: Turn) -> list[Message]:
    """The question a newcomer has still to answer: consent, then home."""
    person = turn.person
    if person.keeping in ("unasked", "asked"):
        consents.ask(turn.db, person, consents.KEEPING)
        return [Message("consent.ask", {}, (YES, READ, NO))]
    if person.agreed and person.place is None and not _home_was_skipped(turn):
        return HOME.begin(turn).messages
    return []


def not_asked(db: Session, person: Person, unsaid: Mapping[str, datetime]) -> None:
    """A question that was overtaken before it went out was never asked: silence after it is no answer."""
    put_at, asked_at = unsaid.get("consent.ask"), person.keeping_at
    if person.keeping == "asked" and put_at and asked_at and put_at - asked_at < AT_ONCE:
        consents.unask(db, person)


def _home_was_skipped(turn: Turn) -> bool:
    kept = drafts.kept(turn.db, turn.person.id, "home")
    return kept is not None and "home" in kept.answers


def consented(turn: Turn) -> Answer:
    about_another = asking.tapped(turn)
    if about_another is not None:
        return Answer([*about_another.messages, *owed(turn)])
    match step(turn, 1):
        case ["yes"]:
            consents.answer(turn.db, turn.person, consents.KEEPING, True)
            return Answer([asking.thanks(turn), *owed(turn)])
        case ["no"] if turn.person.agreed:
            return Answer([erase_question(turn)])
        case ["no"]:
            consent.refuse(turn.db, turn.person)
            again = tap("consent.changed_mind", "consent/read")
            return one("consent.refused", (tap("main.forum", "open/forum"), again))
    return one("consent.more", (YES, NO, asking.READ))


def _ask_home(turn: Turn, draft: Draft) -> Message:
    return place.ask(draft, "home", "home.ask")


def _settled(turn: Turn, draft: Draft) -> Answer:
    home = draft.answers["home"]
    if not home.get("code"):
        drafts.leave(draft)  # it is kept, so that she is not asked at every turn
        return Answer([Message("home.skipped", {}, MAIN), *asking.unanswered(turn), *late_invitation(turn)])
    drafts.drop(turn.db, draft)
    is_first = turn.person.moved_in_at is None
    people.settle(turn.person, home["code"])
    placed = _place_the_unplaced(turn)
    done = Message("home.done", {"place": home["code"], "region": turn.person.region}, MAIN)
    shared = [question for report in placed for question in neighbours.ask(turn, report)][:1]
    return Answer([done, *(asking.unanswered(turn) if is_first else []), *late_invitation(turn), *shared])


def _skipped(turn: Turn, draft: Draft) -> Answer:
    draft.answers["home"] = {}
    return _settled(turn, draft)


def erase_question(turn: Turn) -> Message:
    """Whoever answers for a place is told that this ends too."""
    key = "erase.sure_on_duty" if roles.acting(turn.db, turn.person) else "erase.sure"
    return Message(key, {}, (tap("erase.yes", "erase/yes"), tap("erase.no", "open/help", loud=True)))


def _place_the_unplaced(turn: Turn) -> list[Report]:
    """Reports sent before we knew her home lie there, if she named no other place; answers which these are."""
    unplaced = [report for report in reports.of_person(turn.db, turn.person.id) if report.place is None]
    for report in unplaced:
        reports.locate(report, {"code": turn.person.place})
    turn.db.flush()
    return unplaced


def late_invitation(turn: Turn) -> list[Message]:
    """What was sent before it was for her."""
    owed_ones = invitations.owed_to(turn.db, turn.person)
    return [telling.invitation(turn.db, forum) for forum in owed_ones]


def move(turn: Turn) -> Answer:
    """She wants to tell us another home."""
    return HOME.begin(turn) if turn.person.agreed else Answer(owed(turn))


HOME = Form(
    "home",
    (
        Question(
            "home",
            asks=_ask_home,
            takes=lambda turn, draft: place.takes(turn, draft, "home"),
            early=(Pin,),
        ),
    ),
    _settled,
    stays_open=drafts.KEEP,
    leave=lambda turn, draft: _skipped(turn, draft),
)
