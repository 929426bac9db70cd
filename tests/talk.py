"""A chat test reads as a chat: says, taps, sends, hears."""

from typing import Any

from bot.simulator.buttons import labelled
from bot.words import say
from tests.house import House

PHOTO = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415408d763f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)


class Talk:
    """One person with a phone. `hears` looks at what was said since she last did something.

    Where nothing has to arrive on the phone, `arrives=False` spares the way over LINE.
    """

    def __init__(self, house: House, person: str, settles: bool = True, arrives: bool = True) -> None:
        self.house, self.line, self.person = house, house.line, person
        self.settles, self.arrives, self._from = settles, arrives, 0

    def _did(self) -> "Talk":
        if self.settles:
            self._from = len(self.house.said)
            (self.house.settle if self.arrives else self.house.answer_only)()
        return self

    def says(self, text: str) -> "Talk":
        self.line.says(self.person, text)
        return self._did()

    def sends_photos(self, count: int = 1) -> "Talk":
        self.line.sends_photos(self.person, [PHOTO] * count)
        return self._did()

    def sends_voice(self, seconds: int = 12) -> "Talk":
        self.line.sends_voice(self.person, b"voice", seconds * 1000)
        return self._did()

    def sends_sticker(self, *keywords: str) -> "Talk":
        self.line.sends_sticker(self.person, "446", "1988", list(keywords))
        return self._did()

    def sends_file(self) -> "Talk":
        self.line.sends_file(self.person, b"%PDF", "เอกสาร.pdf")
        return self._did()

    def pins(self, latitude: float, longitude: float) -> "Talk":
        self.line.pins(self.person, latitude, longitude)
        return self._did()

    def taps(self, label: str) -> "Talk":
        self.line.taps_label(self.person, label)
        return self._did()

    def follows(self) -> "Talk":
        self.line.follows(self.person)
        return self._did()

    def blocks(self) -> "Talk":
        self.line.blocks(self.person)
        return self._did()

    def burst(self) -> "Burst":
        """with talk.burst(): several things within a second, answered together."""
        return Burst(self)

    @property
    def heard(self) -> list[dict[str, Any]]:
        return [message for to, message in self.house.said[self._from :] if to == self.person]

    def hears(self, *keys: str, **values: Any) -> "Talk":
        """These keys, in this order and no others; `values` are looked for in any of them."""
        assert [message["key"] for message in self.heard] == list(keys), self.heard
        for name, value in values.items():
            assert value in [message["values"].get(name) for message in self.heard], self.heard
        return self

    def hears_nothing(self) -> "Talk":
        return self.hears()

    def reads(self, *words: str) -> "Talk":
        """Words that stand in what was said, in Thai."""
        said = "\n".join(say(message["key"], "th", message["values"]) for message in self.heard)
        for one in words:
            assert one in said, said
        return self

    def sees(self, *labels: str) -> "Talk":
        shown = self.labels
        assert not set(labels) - set(shown), shown
        return self

    @property
    def labels(self) -> list[str]:
        return [button.label for button in self.line.buttons_for(self.person)]

    @property
    def number(self) -> str:
        """The newest number she was given."""
        given = [
            m["values"]["number"]
            for to, m in self.house.said
            if to == self.person and "number" in m["values"]
        ]
        return str(given[-1])

    def button(self, label: str) -> dict[str, Any]:
        """A button as it is now, to be tapped later."""
        return labelled(self.line.world.chat(self.person), self.person, label).action

    def taps_old(self, action: dict[str, Any]) -> "Talk":
        self.line.taps(self.person, action)
        return self._did()


class Burst:
    def __init__(self, talk: Talk) -> None:
        self.talk = talk

    def __enter__(self) -> Talk:
        self.talk.settles = False
        self.talk._from = len(self.talk.house.said)
        return self.talk

    def __exit__(self, *_: object) -> None:
        self.talk.settles = True
        self.talk.house.settle()
