"""What goes from the centre to the regions: a question what they think, an answer to be checked."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import Session

from handlers.forums import price
from models import places, roles
from models.forums import nationwide, opinions, regional
from models.forums.nationwide import SITUATION
from models.forums.regional import RegionalAnswer
from models.issues import Issue
from models.post import outbox
from models.post.messages import Choice, Message, tap


def ask(db: Session, issue: Issue, regions: Sequence[str]) -> list[str]:
    """By push; about a situation in the digest, where somebody reads one. Answers with the regions where nobody is."""
    pushed = [one for one in regions if issue.origin != SITUATION or not _has_staff(db, one)]
    return remind(db, issue, pushed)


def remind(db: Session, issue: Issue, regions: Sequence[str]) -> list[str]:
    for region in regions:
        for person in opinions.speakers(db, region):
            outbox.notify(db, person.line_id, question(db, issue, region), person.language)
    return [region for region in regions if not roles.reached_at(db, region, "speak_for_region")]


def _has_staff(db: Session, region: str) -> bool:
    scopes = (region, *places.provinces_of_region(region))
    return any(roles.reached_at(db, scope, "speak_for_region") for scope in scopes)


def question(db: Session, issue: Issue, region: str) -> Message:
    """What does your region say of it? Of a situation: how does it touch you?"""
    about = {"region": region, "topics": issue.named, "phrase": issue.summary}
    if issue.origin == SITUATION:
        return Message("opinion.touched", about, ways(issue, region))
    found = nationwide.shares(db, nationwide.behind(issue))
    mine = next((share for share in found if share.region == region), None)
    counts = {"crowd": nationwide.said_of(mine.people), "issues": mine.issues} if mine else {}
    return Message("opinion.asked", {**about, **counts}, ways(issue, region))


def ways(issue: Issue, region: str) -> tuple[Choice, ...]:
    answer = tap("opinion.answer", f"opinion_of/{issue.id}/{region}", loud=True)
    not_us = tap("opinion.not_us", f"opinion_of/{issue.id}/{region}/none")
    return (answer, not_us) if issue.origin == SITUATION else (answer,)


def to_check(db: Session, new: Sequence[RegionalAnswer]) -> list[str]:
    """Each answer to who coordinates its region, to be looked at before it is sent."""
    price.learn(db)
    for answer in new:
        for person in opinions.speakers(db, answer.region):
            said = Message("regional.check", described(db, answer), buttons(answer))
            outbox.notify(db, person.line_id, said, person.language)
    return [one.region for one in new if not roles.reached_at(db, one.region, "check_answers")]


def described(db: Session, answer: RegionalAnswer) -> dict[str, Any]:
    """The words, the region's own numbers, and what sending it costs."""
    issue, heads = answer.issue, [head.id for head in regional.behind(db, answer)]
    share = next(iter(nationwide.shares(db, heads)), None)
    messages = regional.price(db, answer)
    return {
        "region": answer.region,
        "topics": issue.named,
        "phrase": issue.summary,
        "answer_lines": answer.text,
        "crowd": nationwide.said_of(share.people if share else 0),
        "issues": share.issues if share else 0,
        "messages": str(messages),
        "quota": price.of(db, messages),
    }


def buttons(answer: RegionalAnswer) -> tuple[Choice, ...]:
    send = tap("regional.send", f"regional_of/{answer.id}/send", loud=True)
    return send, tap("mend", f"regional_of/{answer.id}/mend")
