"""The photos and voices of a report or a question: a page of ours that opens them for one person, for a day."""

from sqlalchemy.orm import Session

from models import links
from models.forums.resolutions import Resolution
from models.links import KINDS, Told
from models.people import Person
from models.post.messages import Choice, page


def way(db: Session, reader: Person, told: Told) -> tuple[Choice, ...]:
    """The button that opens them; none where nothing was sent."""
    sent = [kind for kind in KINDS if told.count(kind)]
    if not sent:
        return ()
    says = f"attached.{sent[0]}" if len(sent) == 1 else "attached.both"
    return (page(says, f"m/{links.to(db, reader, told).token}"),)


def proof(db: Session, reader: Person, deed: Resolution) -> tuple[Choice, ...]:
    """The photo of whoever says that it is done; none where none was sent."""
    told = (step.message_id for step in reversed(deed.history) if step.state == "told_done")
    photo = next(told, None)
    return (page("deed.proof", f"m/{links.to_photo(db, reader, photo).token}"),) if photo else ()
