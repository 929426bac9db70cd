"""What a region says to the centre: of a trouble that several share, or of how a situation touches it."""

from handlers import centre_sent
from handlers.form import Form, Question, data, step
from handlers.inputs import Answer, Tap, Turn, one
from handlers.work import not_yours
from models import places, roles
from models.forums import nationwide, opinions
from models.forums.nationwide import SITUATION
from models.issues import CLOSED, Issue
from models.post import drafts
from models.post.drafts import Draft
from models.post.messages import Choice, Message, tap

POWER = "speak_for_region"


def regions_of(turn: Turn) -> list[str]:
    """The regions she speaks for: her own, or the one her province lies in."""
    scopes = roles.scopes_with(turn.db, turn.person, POWER)
    if roles.NATIONAL in scopes:
        return list(places.REGIONS)
    return [region for region in places.REGIONS if any(_lies_in(scope, region) for scope in scopes)]


def _lies_in(scope: str, region: str) -> bool:
    return scope == region or places.region_of(scope) == region


def begin(turn: Turn) -> Answer:
    """opinion_of/7/northeast, and with /none: it does not touch us."""
    issue = nationwide.by_id(turn.db, "".join(step(turn, 1)))
    region = "".join(step(turn, 2))
    refused = _refused(turn, issue, region)
    if refused or issue is None:
        return refused or not_yours(turn)
    if step(turn, 3) == ["none"]:
        return _keep(turn, issue, region, None)
    return OPINION.begin(turn, issue=issue.id, region=region)


def _refused(turn: Turn, issue: Issue | None, region: str) -> Answer | None:
    if issue is None or region not in regions_of(turn):
        return not_yours(turn)
    return (
        one("opinion.over", (), topics=issue.named, phrase=issue.summary) if issue.state in CLOSED else None
    )


def _ask_words(turn: Turn, draft: Draft) -> Message:
    issue = nationwide.by_id(turn.db, str(draft.answers["issue"]))
    values = {"phrase": issue.summary if issue else None, "topics": issue.named if issue else []}
    key = "opinion.how" if issue and issue.origin == SITUATION else "opinion.what"
    return Message(key, {**values, "region": draft.answers["region"]}, (_cancel(draft),))


def _takes_words(turn: Turn, draft: Draft) -> str | Message | None:
    """Whatever is typed is the region's opinion, though it names troubles."""
    if isinstance(turn.input, Tap):
        return None
    said = " ".join(turn.words.split())
    if not any(letter.isalpha() for letter in said):
        return Message("opinion.again", {}, (_cancel(draft),))
    return said[: opinions.LONGEST]


def _cancel(draft: Draft) -> Choice:
    return tap("cancel", data(draft, "drop"))


def _finish(turn: Turn, draft: Draft) -> Answer:
    issue, region = nationwide.by_id(turn.db, str(draft.answers["issue"])), draft.answers["region"]
    words = draft.answers["words"]
    drafts.drop(turn.db, draft)
    refused = _refused(turn, issue, region)
    if refused or issue is None:
        return refused or not_yours(turn)
    return _keep(turn, issue, region, words)


def _keep(turn: Turn, issue: Issue, region: str, words: str | None) -> Answer:
    """What she says now stands in the place of what she said before."""
    opinions.say(turn.db, issue, region, words, turn.person)
    again = tap("mend", f"opinion_of/{issue.id}/{region}")
    kept = one("opinion.kept" if words else "opinion.kept_not_us", (again,), region=region, opinion=words)
    further = [one for one in opinions.waiting(turn.db, regions_of(turn)) if one.region == region]
    if further and issue.origin == SITUATION:
        kept.messages.append(centre_sent.question(turn.db, further[0].issue, region))
    return kept


OPINION = Form("opinion", (Question("words", _ask_words, _takes_words),), _finish, quotes=True)
