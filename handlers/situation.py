"""`สถานการณ์`: what happens in the nation or the world, written down in a few questions for the national Forum."""

from datetime import date, datetime, timedelta

from handlers import spoken, topic
from handlers.centre_card import POWER
from handlers.form import Form, Question, data, step
from handlers.forums import hall
from handlers.forums.place import takes_sure
from handlers.inputs import Answer, Tap, Turn, one
from handlers.work import not_yours
from models import clock, places, roles, situations
from models.forums import escalation
from models.post import drafts
from models.post.drafts import Draft
from models.post.messages import Choice, Message, tap
from models.thai.calendar import BANGKOK, day_of, here
from models.thai.dates import read_date

DAYS_BACK = (0, 1, 7)
AHEAD = timedelta(days=180)


def begin(turn: Turn) -> Answer:
    if not roles.scopes_with(turn.db, turn.person, POWER):
        return not_yours(turn)
    return SITUATION.begin(turn, since=day_of(clock.now()).isoformat())


def _ask_title(_turn: Turn, draft: Draft) -> Message:
    return Message("situation.title", {}, (_cancel(draft),))


def _takes_title(turn: Turn, draft: Draft) -> str | Message | None:
    """Whatever is said here is what happens; what it is about is read out of it."""
    if isinstance(turn.input, Tap):
        return None
    title = hall.named(turn.words, situations.LONGEST_TITLE)
    found = [one for one in turn.meaning.reading.topics if one.topic != "other"]
    if title and found and not turn.meaning.reading.likely:
        draft.answers["topics"] = found[0].code
    return title or Message("situation.title_again", {}, (_cancel(draft),))


def _ask_source(_turn: Turn, draft: Draft) -> Message:
    return Message("situation.source", {}, (tap("skip", data(draft, "source", "none")), _cancel(draft)))


def _takes_source(turn: Turn, draft: Draft) -> dict[str, str | None] | Message | None:
    """Who tells of it, an address that a browser may open, or both in one line."""
    if step(turn, 3) == ["none"] or spoken.means(turn.words, "skip"):
        return {"source": None, "link": None}
    if isinstance(turn.input, Tap):
        return None
    link = situations.link_in(turn.words)
    source = hall.named(turn.words.replace(link or "", ""), situations.LONGEST_SOURCE)
    if (":" in turn.words and link is None) or (source is None and link is None):
        return Message("situation.link_again", {}, _ask_source(turn, draft).choices)
    return {"source": source, "link": link}


def _ask_regions(_turn: Turn, draft: Draft) -> Message:
    picked = draft.answers.get("picked", [])
    open_ones = [one for one in places.REGIONS if one not in picked]
    buttons = [tap(f"region.{one}", data(draft, "regions", one)) for one in open_ones]
    enough = [tap("situation.enough", data(draft, "regions", "enough"), loud=True)] if picked else []
    every = tap("situation.every_region", data(draft, "regions", "every"))
    return Message("situation.regions", {"scopes": picked}, (*enough, *buttons, every, _cancel(draft)))


def _takes_regions(turn: Turn, draft: Draft) -> list[str] | Message | None:
    """One after another by a tap, by typing their names, or all."""
    picked = draft.answers.get("picked", [])
    match step(turn, 3):
        case ["every"]:
            return list(places.REGIONS)
        case ["enough"] if picked:
            return list(picked)
        case [region] if region in places.REGIONS:
            return _picks(turn, draft, [*picked, region])
    if picked and spoken.means(turn.words, "enough"):
        return list(picked)
    typed = [found for word in turn.words.replace(",", " ").split() if (found := places.region_named(word))]
    return _picks(turn, draft, [*picked, *typed])


def _picks(turn: Turn, draft: Draft, picked: list[str]) -> list[str] | Message:
    draft.answers["picked"] = [one for one in places.REGIONS if one in picked]
    is_all = len(draft.answers["picked"]) == len(places.REGIONS)
    return list(places.REGIONS) if is_all else _ask_regions(turn, draft)


def _ask_since(_turn: Turn, draft: Draft) -> Message:
    today = day_of(clock.now())
    days = [(f"situation.back_{back}", date.fromordinal(today.toordinal() - back)) for back in DAYS_BACK]
    buttons = [tap(says, data(draft, "since", day.isoformat())) for says, day in days]
    return Message("situation.since", {}, (*buttons, _cancel(draft)))


def _takes_since(turn: Turn, draft: Draft) -> str | Message | None:
    given = "".join(step(turn, 3)) or _day_in(turn.words)
    try:
        return _lately(date.fromisoformat(given)).isoformat()
    except ValueError:
        return Message("situation.since_again", {}, _ask_since(turn, draft).choices)


def _lately(day: date) -> date:
    """A day without its year is read as one to come; what has begun lies nearer behind us."""
    is_far = day - day_of(clock.now()) > AHEAD
    return day.replace(year=day.year - 1) if is_far else day


def _day_in(words: str) -> str:
    """The day that is typed, or the first of several."""
    read = read_date(words, here(clock.now()))
    return (read.value or "").partition("/")[0].partition("T")[0]


def _ask_sure(_turn: Turn, draft: Draft) -> Message:
    said = draft.answers
    since = datetime.combine(date.fromisoformat(said["since"]), datetime.min.time(), BANGKOK)
    values = {
        "title": said["title"],
        "topics": [[*said["topics"].split("."), None][:2]],
        "scopes": said["regions"],
        "since_at": since.isoformat(),
        "source": said["source"]["source"],
        "address": said["source"]["link"],
    }
    edits = (
        tap("edit.topic", data(draft, "edit", "topics")),
        tap("plan.region", data(draft, "edit", "regions")),
        tap("situation.since", data(draft, "edit", "since")),
    )
    yes = tap("plan.confirm", data(draft, "sure", "yes"), loud=True)
    return Message("situation.sure", values, (yes, *edits, _cancel(draft)))


def _made(turn: Turn, draft: Draft) -> Answer:
    said = dict(draft.answers)
    drafts.drop(turn.db, draft)
    if not roles.scopes_with(turn.db, turn.person, POWER):
        return not_yours(turn)
    made = situations.make(
        turn.db,
        turn.person,
        said["title"],
        [said["topics"]],
        **said["source"],
        regions=said["regions"],
        since=date.fromisoformat(said["since"]),
    )
    ask = tap("centre.ask", f"centre/ask/{made.issue_id}", loud=True)
    placed = escalation.item(turn.db, made.issue)
    values = {"number": made.issue.number, "forum_at": placed.forum.at.isoformat() if placed else None}
    return one("situation.made", (ask, tap("centre.see", f"centre/see/{made.issue_id}")), **values)


def _cancel(draft: Draft) -> Choice:
    return tap("cancel", data(draft, "drop"))


SITUATION = Form(
    "situation",
    (
        Question("title", _ask_title, _takes_title, carries=("topics",)),
        Question("source", _ask_source, _takes_source),
        Question("topics", topic.ask, topic.takes),
        Question("regions", _ask_regions, _takes_regions, carries=("picked",)),
        Question("since", _ask_since, _takes_since),
        Question("sure", _ask_sure, takes_sure),
    ),
    _made,
    quotes=True,
)
