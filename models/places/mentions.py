"""A text while it is read for places: what is mentioned so far, and which letters are understood."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Mention:
    """A name in the text and the codes it may mean."""

    word: str
    codes: tuple[str, ...]
    start: int
    end: int
    marked: bool

    @property
    def depth(self) -> int:
        """2 for a province's name, 4 for a district's, 6 for a tambon's."""
        return len(self.codes[0])


@dataclass(slots=True)
class Reading:
    """A text with the letters that are already understood."""

    text: str
    taken: bytearray
    mentions: list[Mention] = field(default_factory=list)
    village: bool = False

    def free(self, start: int, end: int) -> bool:
        """Is nothing there understood yet?"""
        return not any(self.taken[start:end])

    def take(self, start: int, end: int) -> None:
        """Nothing else may be read there."""
        self.taken[start:end] = b"\1" * (end - start)

    def add(self, word: str, codes: tuple[str, ...], start: int, marked: bool) -> None:
        """Keep a mention and take its letters."""
        self.mentions.append(Mention(word, codes, start, start + len(word), marked))
        self.take(start, start + len(word))
