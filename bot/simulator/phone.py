"""What people do with their phones: each thing becomes a LINE event, is delivered and returned."""

from typing import Any

from bot.simulator import events
from bot.simulator.contents import Content, mime_of
from bot.simulator.delivery import Courier, Event
from bot.simulator.people import Person
from bot.simulator.world import BOT_NAME, World

Action = dict[str, Any]


class Phone:
    """user and group are ids. Leaving group out means the person's own chat with the bot."""

    def __init__(self, world: World, courier: Courier) -> None:
        self.world = world
        self.courier = courier

    # Saying things

    def says(self, user: str, text: str, group: str | None = None) -> Event:
        parts = events.mention_of_bot(text, BOT_NAME) if group else {}
        return self._sends(user, group, "text", {"text": text, **parts})

    def sends_photos(self, user: str, photos: list[bytes], group: str | None = None) -> list[Event]:
        """One or more photos at once; several are told as one set, in one delivery."""
        self._may_write(user, group)
        set_id = self.world.next_message_id()
        made = []
        for index, data in enumerate(photos, 1):
            parts: dict[str, Any] = {"contentProvider": {"type": "line"}}
            if len(photos) > 1:
                parts["imageSet"] = {"id": set_id, "index": index, "total": len(photos)}
            made.append(self._message(user, group, "image", parts, Content(data, _photo_mime(data), "image")))
        self._carry(group or user, made)
        return made

    def sends_voice(self, user: str, data: bytes, ms: int, group: str | None = None) -> Event:
        ready_in = self.world.voice_getting_ready
        content = Content(data, mime_of(data, "audio/x-m4a"), "audio", ready_in)
        return self._sends(
            user, group, "audio", {"duration": ms, "contentProvider": {"type": "line"}}, content
        )

    def sends_video(self, user: str, data: bytes, ms: int, group: str | None = None) -> Event:
        content = Content(data, "video/mp4", "video", self.world.voice_getting_ready)
        return self._sends(
            user, group, "video", {"duration": ms, "contentProvider": {"type": "line"}}, content
        )

    def sends_file(self, user: str, data: bytes, name: str, group: str | None = None) -> Event:
        parts = {"fileName": name, "fileSize": len(data)}
        return self._sends(user, group, "file", parts, Content(data, "application/octet-stream", "file"))

    def sends_sticker(
        self, user: str, package: str, sticker: str, keywords: list[str], group: str | None = None
    ) -> Event:
        ids = {"packageId": package, "stickerId": sticker, "stickerResourceType": "STATIC"}
        return self._sends(user, group, "sticker", {**ids, "keywords": keywords})

    def pins(
        self, user: str, lat: float, lon: float, title: str | None = None, address: str | None = None
    ) -> Event:
        return self._sends(user, None, "location", _place(lat, lon, title, address))

    def pins_in(self, group: str, user: str, lat: float, lon: float, title: str | None = None) -> Event:
        return self._sends(user, group, "location", _place(lat, lon, title, None))

    # Tapping

    def taps(
        self, user: str, action: Action, group: str | None = None, picked: str | None = None
    ) -> Event | None:
        """Do what a button says. picked: the moment chosen in a picker. None: nothing reaches the bot."""
        kind = action.get("type")
        if kind == "message":
            return self.says(user, action["text"], group)
        if kind == "postback":
            return self._postback(user, group, action, None)
        if kind == "datetimepicker":
            chosen = picked or action.get("initial") or action.get("min")
            return self._postback(user, group, action, {action["mode"]: chosen})
        if kind == "richmenuswitch":
            return self._switches(user, action)
        return None

    def _postback(self, user: str, group: str | None, action: Action, params: dict[str, Any] | None) -> Event:
        self._may_write(user, group)
        shown = action.get("displayText") or action.get("text")
        if shown:
            self.world.write(group or user, user, "text", {"type": "text", "text": shown})
        postback = {"data": action["data"]} | ({"params": params} if params else {})
        return self._happens("postback", user, group, postback=postback)

    def _switches(self, user: str, action: Action) -> Event:
        alias = action["richMenuAliasId"]
        menu_id = self.world.menus.aliases.get(alias)
        status = "SUCCESS" if menu_id in self.world.menus.all else "RICHMENU_ALIAS_ID_NOTFOUND"
        if menu_id and status == "SUCCESS":
            self.world.menus.of_person[user] = menu_id
        params = {"newRichMenuAliasId": alias, "status": status}
        return self._happens("postback", user, None, postback={"data": action["data"], "params": params})

    # Friends and groups

    def follows(self, user: str) -> Event:
        person = self.world.people[user]
        was_blocked, person.blocked = person.blocked, False
        self.world.note(user, "เพิ่มเวทีชุมชนเป็นเพื่อนแล้ว")
        return self._happens("follow", user, None, follow={"isUnblocked": was_blocked})

    def unblocks(self, user: str) -> Event:
        return self.follows(user)

    def blocks(self, user: str) -> Event:
        self.world.people[user].blocked = True
        self.world.note(user, "บล็อกเวทีชุมชนแล้ว")
        return self._happens("unfollow", user, None)

    def joins_group(self, group: str) -> Event:
        """The bot is invited into the group."""
        self.world.groups[group].bot_in = True
        self.world.note(group, "เวทีชุมชน เข้าร่วมกลุ่มแล้ว")
        return self._happens("join", None, group)

    def leaves_group(self, group: str) -> Event:
        """The bot is removed from the group."""
        self.world.note(group, "เวทีชุมชน ออกจากกลุ่มแล้ว")
        told = self._happens("leave", None, group)
        self.world.groups[group].bot_in = False
        return told

    def member_joins(self, group: str, user: str) -> Event:
        members = self.world.groups[group].members
        if user not in members:
            members.append(user)
        return self._happens(
            "memberJoined", None, group, joined={"members": [{"type": "user", "userId": user}]}
        )

    def member_leaves(self, group: str, user: str) -> Event:
        self.world.groups[group].members.remove(user)
        return self._happens("memberLeft", None, group, left={"members": [{"type": "user", "userId": user}]})

    # Taking back and changing

    def unsends(self, user: str, message_id: str) -> Event:
        entry = self.world.find(message_id)
        with self.world.lock:
            entry.gone, entry.changed = True, self.world.next_change()
            if message_id in self.world.contents:
                self.world.contents[message_id].gone = True
        group = entry.chat if entry.chat in self.world.groups else None
        return self._happens("unsend", user, group, unsend={"messageId": message_id})

    def edits(self, user: str, group: str | None, message_id: str, text: str) -> Event:
        """LINE tells it of groups only: the same message id, a new text and new tokens."""
        entry = self.world.find(message_id)
        with self.world.lock:
            entry.what = {**entry.what, "text": text}
            entry.changed = self.world.next_change()
        told = events.message("text", message_id, text=text)
        del told["markAsReadToken"]
        return self._happens("messageEdited", user, group, message=told)

    # Anything else LINE may deliver

    def delivers(self, event: Event) -> Event:
        """An event written by hand, for kinds nobody has heard of."""
        spot = event.get("source") or {}
        self._carry(spot.get("groupId") or spot.get("userId") or "", [event])
        return event

    def redelivers(self, event: Event) -> Event:
        again = self.courier.again(event)
        return self.delivers(again)

    # How

    def _may_write(self, user: str, group: str | None) -> None:
        person: Person = self.world.people[user]
        if group is None and person.blocked:
            raise ValueError(f"{person.name} has blocked the bot and can't write to it")
        if group is not None and user not in self.world.groups[group].members:
            raise ValueError(f"{person.name} is not in the group")

    def _sends(
        self, user: str, group: str | None, kind: str, parts: dict[str, Any], content: Content | None = None
    ) -> Event:
        self._may_write(user, group)
        told = self._message(user, group, kind, parts, content)
        self._carry(group or user, [told])
        return told

    def _message(
        self, user: str, group: str | None, kind: str, parts: dict[str, Any], content: Content | None
    ) -> Event:
        with self.world.lock:
            entry = self.world.write(group or user, user, kind, {"type": kind, **parts})
            if content:
                self.world.contents[entry.message_id] = content
            told = events.message(kind, entry.message_id, **parts)
            return events.event(self.world, "message", user, group, message=told)

    def _happens(self, kind: str, user: str | None, group: str | None, **parts: Any) -> Event:
        told = events.event(self.world, kind, user, group, **parts)
        self._carry(group or user or "", [told])
        return told

    def _carry(self, chat: str, made: list[Event]) -> None:
        group = self.world.groups.get(chat)
        if group is None or group.bot_in:
            self.courier.carry(chat, made)


def _place(lat: float, lon: float, title: str | None, address: str | None) -> dict[str, Any]:
    named = {name: value for name, value in (("title", title), ("address", address)) if value}
    return {**named, "latitude": lat, "longitude": lon}


def _photo_mime(data: bytes) -> str:
    return mime_of(data, "image/jpeg")
