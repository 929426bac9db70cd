"""LINE repeats, invents, refuses, keeps silent, runs out: nothing is lost and nothing is said twice."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from models.post import inbox, ledger, outbox
from models.post.inbox import Event
from models.post.messages import Message
from models.post.outbox import Parcel
from tests.house import House
from tests.makers import a_stranger, a_villager, planned_forums


def states(house: House) -> list[str]:
    with house.sessions() as db:
        return list(db.scalars(select(Parcel.state).where(Parcel.kind == "say").order_by(Parcel.id)))


def test_a_redelivered_event_is_answered_once(house: House) -> None:
    talk = a_villager(house)
    event = house.line.says(talk.person, "วิธีใช้")
    house.line.redelivers(event)
    house.settle()
    house.line.redelivers(event)
    house.settle()
    assert len(house.line.heard_by(talk.person)) == 1


def test_an_event_of_a_kind_invented_tomorrow_is_kept_and_the_rest_goes_on(house: House) -> None:
    talk = a_villager(house)
    house.line.delivers(_event(talk.person, "telepathy", thought="น้ำท่วม"))
    house.line.delivers(
        _event(talk.person, "message", message={"type": "hologram", "id": "9", "size": [1, 2]})
    )
    talk.says("วิธีใช้").hears("help.cannot", "help.how_to")
    with house.sessions() as db:
        assert inbox.counts(db) == {"stored": 3, "waiting": 0, "set_aside": 0}


def _event(person: str, kind: str, **more: Any) -> dict[str, Any]:
    return {
        "type": kind,
        "mode": "active",
        "timestamp": 1785722400000,
        "source": {"type": "user", "userId": person},
        "webhookEventId": f"01INVENTED{kind}",
        "deliveryContext": {"isRedelivery": False},
        **more,
    }


def test_an_expired_reply_token_becomes_a_push(house: House) -> None:
    talk = a_villager(house)
    house.line.says(talk.person, "วิธีใช้")
    house.time.goes(minutes=2)
    house.settle()
    assert len(house.line.heard_by(talk.person)) == 1
    assert house.line.world.calls("/push")
    assert not house.line.world.calls("/reply")


def test_a_reply_token_that_line_refuses_becomes_a_push(house: House) -> None:
    talk = a_villager(house)
    house.line.says(talk.person, "วิธีใช้")
    house.line.world.expire_reply_tokens()
    house.settle()
    assert len(house.line.heard_by(talk.person)) == 1


def test_a_reply_whose_answer_was_lost_is_not_said_twice(house: House) -> None:
    talk = a_villager(house)
    house.line.world.drop_next(path="/reply", after_accepting=True)
    talk.says("วิธีใช้")
    house.time.goes(seconds=5)
    house.settle()
    assert len(house.line.heard_by(talk.person)) == 1
    assert states(house) == ["sent"]


def test_a_push_whose_answer_was_lost_goes_again_under_the_same_key(house: House) -> None:
    talk = a_villager(house)
    house.line.world.drop_next(path="/push", after_accepting=True)
    house.line.says(talk.person, "วิธีใช้")
    house.time.goes(minutes=2)
    house.settle()
    house.time.goes(seconds=5)
    house.settle()
    assert len(house.line.heard_by(talk.person)) == 1
    assert len(house.line.world.calls("/push")) == 2
    assert not house.line.world.breaches
    assert states(house) == ["sent"]


def test_line_failing_for_a_while_delays_and_loses_nothing(house: House) -> None:
    talk = a_villager(house)
    house.line.world.fail_next(500, times=3, path="/reply")
    talk.says("วิธีใช้")
    for _ in range(5):
        house.time.goes(seconds=10)
        house.settle()
    assert len(house.line.heard_by(talk.person)) == 1


def test_a_key_older_than_a_day_is_not_used_again(house: House) -> None:
    talk = a_villager(house)
    house.line.world.drop_next(path="/push", after_accepting=True)
    house.line.says(talk.person, "วิธีใช้")
    house.time.goes(minutes=2)
    house.settle()
    house.time.goes(hours=25)
    house.settle()
    assert len(house.line.heard_by(talk.person)) == 1
    assert states(house) == ["refused"]


def test_a_blocked_person_hears_nothing_and_holds_up_nobody(house: House) -> None:
    planned_forums(house)
    talk, other = a_villager(house), a_villager(house, 0xB9, name="คำมี")
    talk.blocks()
    house.time.stands_at("2026-08-06T09:00")
    house.ring()
    assert house.keys_to(talk.person) == []
    assert house.keys_to(other.person) == ["forum.invitation"]
    house.line.unblocks(talk.person)
    house.settle()
    assert house.keys_to(talk.person) == ["welcome.back"]


def test_quota_gone_nothing_is_lost_and_it_goes_out_when_it_can(house: House) -> None:
    planned_forums(house)
    talk = a_villager(house)
    house.line.world.quota.limit = 0
    house.time.stands_at("2026-08-06T09:00")
    house.ring()
    assert house.line.heard_by(talk.person) == []
    assert states(house) == ["waiting"]
    talk.says("วิธีใช้")
    assert len(house.line.heard_by(talk.person)) == 1, "replies are free"
    house.line.world.quota.limit = 100
    house.time.goes(minutes=5)
    house.settle()
    assert states(house) == ["sent", "sent"]


def test_an_invitation_that_could_not_go_out_expires_with_its_forum(house: House) -> None:
    planned_forums(house)
    talk = a_villager(house)
    house.line.world.quota.limit = 0
    house.time.stands_at("2026-08-06T09:00")
    house.ring()
    house.time.stands_at("2026-08-21T09:00")
    house.line.world.quota.limit = None
    house.ring()
    assert house.line.heard_by(talk.person) == []
    assert "expired" in states(house)


def test_a_bad_id_in_a_multicast_spoils_it_for_nobody_else(house: House) -> None:
    from models.post.messages import Message

    talk = a_villager(house)
    with house.db() as db:
        ids = [talk.person, "Unonsense", *(f"U{n:032x}" for n in range(8))]
        outbox.multicast(db, "test", ids, Message("help.how_to"), language="th")
    for _ in range(12):
        house.settle()
    assert len(house.line.heard_by(talk.person)) == 1


def test_a_photo_that_line_still_prepares_is_fetched_later(house: House) -> None:
    from models import media

    talk = a_villager(house)
    house.line.world.voice_getting_ready = 2
    talk.sends_voice()
    message_id = house.line.world.chat(talk.person)[0].message_id
    for _ in range(4):
        house.time.goes(seconds=10)
        house.settle()
    with house.sessions() as db:
        kept = media.get(db, str(message_id))
        assert kept is not None
        assert kept.content == b"voice"


def test_an_event_that_keeps_failing_is_set_aside_and_the_chat_goes_on(
    house: House, monkeypatch: Any
) -> None:
    from handlers import help

    talk = a_villager(house)
    event = house.line.says(talk.person, "😀")
    monkeypatch.setattr(help, "lost", lambda turn: 1 / 0)
    for _ in range(8):
        house.settle()
        house.time.goes(minutes=1)
    monkeypatch.undo()
    with house.sessions() as db:
        kept = db.scalar(select(Event).where(Event.event_id == event["webhookEventId"]))
        assert kept is not None
        assert kept.state == "set_aside"
        assert "ZeroDivisionError" in str(kept.error)
    talk.house.time.goes(minutes=1)


def test_what_cannot_be_drawn_is_set_aside_and_the_others_go_out(house: House) -> None:
    talk = a_villager(house)
    with house.db() as db:
        outbox.notify(db, talk.person, Message("no.such_sentence"), "th", lane=outbox.URGENT)
    talk.says("วิธีใช้").hears("no.such_sentence", "help.how_to")
    assert [entry.what["type"] for entry in house.line.world.chat(talk.person) if entry.who == "bot"] == [
        "flex"
    ]
    with house.sessions() as db:
        assert ledger.counts(db)["refused"] == 1


def test_order_within_a_chat_is_kept(house: House) -> None:
    talk = a_stranger(house)
    with talk.burst():
        talk.says("แจ้งเรื่อง")
        talk.says("ไฟดับทั้งหมู่บ้าน")
        talk.says("ส่งเลย")
    assert house.keys_to(talk.person)[-2:] == ["report.filed", "consent.ask"]


def test_payloads_leave_thirty_days_after_the_answer(house: House) -> None:
    talk = a_villager(house)
    talk.says("วิธีใช้")
    house.time.moment += timedelta(days=31)
    house.ring()
    with house.sessions() as db:
        assert db.scalars(select(Event.payload)).all() == [None]
