"""The sheet at the door: in whose name, and the real name. Two questions after `ไป`, both may be skipped."""

from datetime import timedelta

from handlers import spoken, welcome
from handlers.form import Form, Question, data, step
from handlers.inputs import Answer, Tap, Turn, one
from models import organisations
from models.forums import forum as forums
from models.forums import invitations, sheet
from models.forums.forum import Forum
from models.forums.invitations import Rsvp
from models.people import Person
from models.post import drafts, offers
from models.post.drafts import Draft
from models.post.messages import Choice, Message, name, tap
from models.thai import offices
from models.thai.names import person_name

WAITS = timedelta(minutes=30)
MAY_END = ("sheet", "wish", "phone")  # questions left open that can be skipped anyway; other talks go on
TALK = ("question", "thanks", "greeting", "test")  # what is said to us, and is no name


def asked_after(turn: Turn, forum: Forum, rsvp: Rsvp) -> list[Message]:
    """What follows an answer that she comes: once for each Forum, and never into another talk."""
    if rsvp.sheet_asked_at or not turn.person.agreed or _is_busy(turn):
        return []
    sheet.ask(rsvp)
    before = sheet.told_before(turn.db, rsvp)
    if before is None:
        return SHEET.begin(turn, forum=forum.id).messages
    sheet.copy(before, rsvp)
    return [_kept(forum, rsvp, "sheet.same")]


def _is_busy(turn: Turn) -> bool:
    """Whether she is in the middle of telling something else."""
    draft = drafts.open_for(turn.db, turn.person.id)
    return draft is not None and draft.form not in MAY_END


def _kept(forum: Forum, rsvp: Rsvp, key: str) -> Message:
    values = {"sheet_name": rsvp.sheet_name, "sector": rsvp.sector}
    return Message(key, values, (tap("sheet.change", f"sheet_of/{forum.id}"),))


def change(turn: Turn) -> Answer:
    forum = forums.by_id(turn.db, "".join(step(turn, 1)))
    rsvp = invitations.rsvp_of(turn.db, forum, turn.person) if forum else None
    if forum is None or rsvp is None or not forums.is_open(forum):
        return one("talk.old_button", welcome.MAIN)
    return SHEET.begin(turn, forum=forum.id)


def forget_question(turn: Turn) -> None:
    """She does not come after all: nothing is asked any more."""
    draft = drafts.open_for(turn.db, turn.person.id)
    if draft is not None and draft.form == "sheet":
        drafts.drop(turn.db, draft)


def _ask_sector(turn: Turn, draft: Draft) -> Message:
    """Whoever answers for an organisation here is offered that first; its sector is known."""
    hers = organisations.of(turn.db, turn.person)
    own = [name(offices.short(one.name), data(draft, "sector", one.sector)) for one in hers[:1]]
    named = [tap(f"sector.{sector}", data(draft, "sector", sector)) for sector in sheet.SECTORS]
    return Message("sheet.sector", {}, (*own, *named, _skip(draft, "sector")))


def _takes_sector(turn: Turn, draft: Draft) -> str | None:
    """A tap. Words are no sector: they belong to whatever she says next."""
    if not isinstance(turn.input, Tap):
        return "" if _is_asked(turn, draft, "sector") and spoken.means(turn.words, "skip") else None
    given = "".join(step(turn, 3))
    return given if given in sheet.SECTORS else ("" if given == "skip" else None)


def _ask_name(turn: Turn, draft: Draft) -> Message:
    called = turn.person.name
    own = (name(called, data(draft, "name", "own")),) if called else ()
    return Message("sheet.name", {}, (*own, _skip(draft, "name")))


def _takes_name(turn: Turn, draft: Draft) -> str | None:
    """A name, while nothing else was said in between; anything that is none goes where it belongs."""
    if isinstance(turn.input, Tap):
        return _tapped_name(turn.person, "".join(step(turn, 3)))
    if not _is_asked(turn, draft, "name"):
        return None
    if spoken.means(turn.words, "skip"):
        return ""
    is_else = turn.meaning.trouble or turn.meaning.rsvp or turn.meaning.reading.intent in TALK
    return None if is_else else person_name(turn.words)


def _tapped_name(person: Person, given: str) -> str | None:
    return {"own": person.name or "", "skip": ""}.get(given)


def _is_asked(turn: Turn, draft: Draft, question: str) -> bool:
    """Whether this question's button is still the newest she was shown."""
    return offers.was_last(turn.db, turn.heard.chat, data(draft, question, "skip"))


def _told(turn: Turn, draft: Draft) -> Answer:
    forum, told = forums.by_id(turn.db, str(draft.answers["forum"])), draft.answers
    drafts.drop(turn.db, draft)
    rsvp = invitations.rsvp_of(turn.db, forum, turn.person) if forum else None
    if forum is None or rsvp is None:
        return one("talk.old_button", welcome.MAIN)
    rsvp.sector, rsvp.sheet_name = told["sector"] or None, told["name"] or None
    if rsvp.sector is None and rsvp.sheet_name is None:
        return one("sheet.none", (tap("sheet.change", f"sheet_of/{forum.id}"),))
    return Answer([_kept(forum, rsvp, "sheet.kept")])


def _left(turn: Turn, draft: Draft) -> Answer:
    """`ยกเลิก` leaves out what was not told yet; the answer that she comes stays."""
    draft.answers.setdefault("sector", "")
    draft.answers.setdefault("name", "")
    return _told(turn, draft)


def _skip(draft: Draft, question: str) -> Choice:
    return tap("skip", data(draft, question, "skip"))


SHEET = Form(
    "sheet",
    (Question("sector", _ask_sector, _takes_sector), Question("name", _ask_name, _takes_name)),
    _told,
    stays_open=WAITS,
    leave=_left,
)
