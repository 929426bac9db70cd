"""Where does it meet? One line that names a place, in letters people can read."""

from handlers import spoken
from handlers.form import data, step
from handlers.inputs import Tap, Turn
from models.post.drafts import Draft
from models.post.messages import Choice, Message, tap

LONGEST, LONGEST_NAME = 120, 60  # letters that are kept, and of a place's name
FEWEST = 2  # letters of a name


def named(words: str, longest: int = LONGEST) -> str | None:
    """The line as it is kept; None where it holds nothing that can be read."""
    line = " ".join(words.split())[:longest]
    return line if sum(letter.isalpha() for letter in line) >= FEWEST else None


def ask(draft: Draft, key: str, question: str = "hall", may_skip: bool = False) -> Message:
    later = (tap("forum.hall_later", data(draft, question, "later")),) if may_skip else ()
    return Message(key, {}, (*later, _cancel(draft)))


def takes(turn: Turn, draft: Draft, question: str = "hall", may_skip: bool = False) -> str | Message | None:
    """A name; nothing, where it may be told later."""
    if isinstance(turn.input, Tap):
        return "" if may_skip and step(turn, 3) == ["later"] else None
    if may_skip and spoken.means(turn.words, "skip"):
        return ""
    if _tells_a_trouble(turn):
        return None
    return named(turn.words) or ask(draft, "forum.hall_again", question, may_skip)


def _tells_a_trouble(turn: Turn) -> bool:
    """Only a long line: the names of places hold many a word of trouble, as ท่าเสียว and หอประชุมสวนมะพร้าว do."""
    return turn.meaning.trouble and len(turn.words) > LONGEST_NAME


def _cancel(draft: Draft) -> Choice:
    return tap("cancel", data(draft, "drop"))
