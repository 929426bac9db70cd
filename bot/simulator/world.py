"""All this little LINE knows: people, groups, chats, tokens, quota, menus, and what was exchanged."""

import threading
import time
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from bot.simulator.contents import Content
from bot.simulator.faults import Fault, Faults
from bot.simulator.menus import RichMenus
from bot.simulator.people import Cast, Group, Person, an_id, villagers
from bot.simulator.quota import Quota
from bot.simulator.tokens import ReplyTokens, RetryKeys

BOT_ID = an_id("U", 0xB07)
BOT_NAME = "เวทีชุมชน"
MOST_EXCHANGES = 20_000


@dataclass
class Entry:
    """One thing seen in a chat. who: "bot", a user id, or "line" for its notes; kind: the message's type."""

    number: int
    chat: str
    who: str
    kind: str
    what: dict[str, Any]
    time: float
    message_id: str
    gone: bool = False
    changed: int = 0


class World:
    def __init__(self, cast: Cast | None = None, now: Callable[[], float] = time.time) -> None:
        cast = cast or villagers()
        self.now = now
        self.lock = threading.RLock()
        self.people: dict[str, Person] = {person.user_id: person for person in cast.people}
        self.groups: dict[str, Group] = {group.group_id: group for group in cast.groups}
        self.entries: list[Entry] = []
        self.reply_tokens = ReplyTokens(now)
        self.retry_keys = RetryKeys(now)
        self.quota = Quota(now)
        self.faults = Faults()
        self.contents: dict[str, Content] = {}
        self.menus = RichMenus()
        self.loading: dict[str, float] = {}
        self.loading_calls: list[dict[str, Any]] = []
        self.exchange: list[dict[str, Any]] = []
        self.breaches: list[str] = []
        self.voice_getting_ready = 0
        # By LINE's contract only message events in a group say who it was; in practice postbacks may too.
        self.names_in_group_taps = False
        self.webhook_endpoint = ""
        self.webhook_active = True  # "Use webhook"
        self.chat_mode = "bot"  # or "chat": people type the answers
        self._changes = 0
        self._exchanges = 0
        self._message_id = 500_000_000_000_000_000

    # People and groups

    def add_person(self, person: Person) -> Person:
        with self.lock:
            self.people[person.user_id] = person
            return person

    def add_group(self, group: Group) -> Group:
        with self.lock:
            self.groups[group.group_id] = group
            return group

    def friend(self, user_id: str) -> Person | None:
        """A person the bot can reach."""
        person = self.people.get(user_id)
        return person if person and not person.blocked else None

    # Chats

    @property
    def changes(self) -> int:
        return self._changes

    def next_change(self) -> int:
        self._changes += 1
        return self._changes

    def next_message_id(self) -> str:
        with self.lock:
            self._message_id += 7
            return str(self._message_id)

    def write(
        self, chat: str, who: str, kind: str, what: dict[str, Any], message_id: str | None = None
    ) -> Entry:
        with self.lock:
            change = self.next_change()
            known = message_id or self.next_message_id()
            entry = Entry(len(self.entries), chat, who, kind, what, self.now(), known, changed=change)
            self.entries.append(entry)
            return entry

    def note(self, chat: str, text: str) -> None:
        self.write(chat, "line", "note", {"text": text})

    def chat(self, chat: str) -> list[Entry]:
        with self.lock:
            return [entry for entry in self.entries if entry.chat == chat]

    def find(self, message_id: str) -> Entry:
        with self.lock:
            return next(entry for entry in self.entries if entry.message_id == message_id)

    def bot_says(self, chat: str, messages: Iterable[dict[str, Any]]) -> list[dict[str, str]]:
        """Put the bot's messages into a chat; the loading animation there ends."""
        with self.lock:
            self.loading.pop(chat, None)
            entries = [self.write(chat, "bot", message["type"], message) for message in messages]
            return [_sent(entry) for entry in entries]

    # What was exchanged

    def record(self, exchange: dict[str, Any]) -> dict[str, Any]:
        with self.lock:
            self._exchanges += 1
            exchange = {"id": self._exchanges, "changed": self.next_change(), "at": self.now(), **exchange}
            self.exchange.append(exchange)
            del self.exchange[:-MOST_EXCHANGES]
            return exchange

    def calls(self, path: str, method: str = "POST") -> list[dict[str, Any]]:
        """The API calls the bot made whose path ends so."""
        with self.lock:
            api = [one for one in self.exchange if one["direction"] == "api" and one["method"] == method]
            return [one for one in api if one["path"].endswith(path)]

    # Faults, for tests and for the panel

    def fail_next(
        self, status: int, times: int = 1, path: str | None = None, headers: dict[str, str] | None = None
    ) -> None:
        self.faults.add(Fault(times, path, status, headers or {}))

    def drop_next(self, times: int = 1, path: str | None = None, after_accepting: bool = True) -> None:
        self.faults.add(Fault(times, path, after_accepting=after_accepting))

    def slow(self, seconds: float) -> None:
        self.faults.delay = seconds

    def expire_reply_tokens(self) -> None:
        self.reply_tokens.expire()


def _sent(entry: Entry) -> dict[str, str]:
    quotable = entry.kind in ("text", "textV2", "sticker", "image", "video", "template", "flex")
    return {"id": entry.message_id} | ({"quoteToken": uuid.uuid4().hex} if quotable else {})
