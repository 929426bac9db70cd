"""`ไม่สะดวก ฝากเรื่อง`: who cannot come leaves words or a voice; the coordinator reads and hears it without a name."""

import json

import pytest
from sqlalchemy import select

from bot.simulator import NAEN, VILLAGE
from bot.words import label
from models import consent, export, media, people, roles
from models.forums import forum as forums
from models.forums import invitations
from models.forums.agenda import Entrusted
from models.forums.forum import Forum
from tests.house import House
from tests.makers import a_coordinator, a_stranger, a_villager, planned_forums, the_forum
from tests.talk import Talk
from tests.traces import traces

WORDS = "อยากให้ซ่อมเครื่องสูบน้ำก่อนหน้าแล้ง"


def asked(house: House, figure: int = 0xB7, name: str = "บุญมา") -> Talk:
    """She does not come, and is asked what she wants to leave."""
    if not _is_planned(house):
        planned_forums(house)
    talk = a_villager(house, figure, name=name)
    return talk.says("เวทีครั้งหน้า").taps("ไม่สะดวก ฝากเรื่อง").hears("rsvp.not_going", "entrust.what")


def _is_planned(house: House) -> bool:
    with house.db() as db:
        return bool(forums.planned(db))


def left(house: House) -> list[Entrusted]:
    with house.db() as db:
        return list(db.scalars(select(Entrusted).order_by(Entrusted.id)))


def test_the_label_is_the_one_agreed_upon_everywhere(house: House) -> None:
    assert label("rsvp.not_going", "th", {}) == "ไม่สะดวก ฝากเรื่อง"
    planned_forums(house)
    talk = a_villager(house, 0xB7)
    talk.says("เวทีครั้งหน้า").sees("ไม่สะดวก ฝากเรื่อง")
    house.time.stands_at("2026-08-06T09:00")
    house.ring()
    talk.sees("ไม่สะดวก ฝากเรื่อง")


def test_words_are_kept_beside_the_answer(house: House) -> None:
    talk = (
        asked(house).sees("ข้าม").says(WORDS).hears("entrust.kept").reads("ไม่บอกชื่อคุณ", "พฤหัสบดี 20 ส.ค. 2569")
    )
    talk.sees("ฝากใหม่", "ไม่ฝากแล้ว")
    [row] = left(house)
    assert (row.kind, row.text) == ("words", WORDS)
    forum = the_forum(house)
    with house.db() as db:
        assert invitations.counts(db, db.merge(forum))["not_going"] == 1


def test_a_voice_is_fetched_and_kept(house: House) -> None:
    talk = asked(house).sends_voice(20).hears("entrust.kept_voice")
    [row] = left(house)
    assert (row.kind, row.text) == ("voice", None)
    with house.db() as db:
        assert media.is_kept(db, row.message_id or "")
    talk.says("ติดตามเรื่อง").hears("mine.none")


def test_nothing_needs_to_be_left(house: House) -> None:
    talk = (
        asked(house)
        .taps("ข้าม")
        .hears("entrust.skipped")
        .sees("ฝากเรื่อง")
        .taps("ฝากเรื่อง")
        .hears("entrust.what")
    )
    talk.says("ข้าม").hears("entrust.skipped").taps("ฝากเรื่อง").says("ยกเลิก").hears("entrust.skipped")
    talk.taps("ฝากเรื่อง").says("ขอบคุณค่ะ").hears("entrust.skipped")
    assert left(house) == []


def test_sending_again_takes_the_place_of_what_was_left(house: House) -> None:
    talk = asked(house).sends_voice().hears("entrust.kept_voice")
    first = left(house)[0].message_id or ""
    talk.sends_voice().hears("entrust.kept_voice")
    [row] = left(house)
    assert row.message_id != first
    with house.db() as db:
        assert not media.is_kept(db, first)
        assert media.is_kept(db, row.message_id or "")
    talk.taps("ฝากใหม่").hears("entrust.what").says(WORDS).hears("entrust.kept")
    assert [(row.kind, row.text) for row in left(house)] == [("words", WORDS)]
    talk.says("เวทีครั้งหน้า").taps("เปลี่ยนคำตอบ").taps("ไม่สะดวก ฝากเรื่อง").hears("rsvp.not_going", "entrust.known")


def test_it_can_be_taken_back(house: House) -> None:
    talk = asked(house).sends_voice()
    voice = left(house)[0].message_id or ""
    talk.taps("ไม่ฝากแล้ว").hears("entrust.taken_back").taps("ไม่ฝากแล้ว").hears("entrust.nothing")
    assert left(house) == []
    with house.db() as db:
        assert not media.is_kept(db, voice)
    talk.taps("ฝากเรื่อง").says(WORDS)
    assert len(left(house)) == 1


def test_unsending_the_message_takes_it_out_and_an_edit_changes_it(house: House) -> None:
    talk = asked(house)
    sent = house.line.says(talk.person, WORDS)["message"]["id"]
    house.settle()
    house.line.edits(talk.person, None, sent, "อยากได้บ่อบาดาลใหม่สักบ่อ")
    house.settle()
    assert [row.text for row in left(house)] == ["อยากได้บ่อบาดาลใหม่สักบ่อ"]
    house.line.unsends(talk.person, sent)
    house.settle()
    assert left(house) == []
    talk.taps("ฝากใหม่")
    voice = house.line.sends_voice(talk.person, b"voice", 3000)["message"]["id"]
    house.settle()
    assert len(left(house)) == 1
    house.line.unsends(talk.person, voice)
    house.settle()
    assert left(house) == []
    with house.db() as db:
        assert not media.is_kept(db, voice)


def test_danger_is_heard_as_danger(house: House) -> None:
    talk = asked(house).says("ช่วยด้วย น้ำท่วมถึงคอ")
    assert talk.heard[0]["key"] == "danger.numbers"
    assert left(house) == []


def test_it_swallows_nothing_that_comes_next(house: House) -> None:
    talk = asked(house)
    house.time.stands_at("2026-08-06T09:00")
    house.ring()
    talk.says("เวทีครั้งหน้า").taps("เปลี่ยนคำตอบ").taps("ไม่สะดวก ฝากเรื่อง").hears("rsvp.not_going", "entrust.what")
    talk.says("ไป").hears("rsvp.going", "sheet.sector").taps("ข้าม").taps("ข้าม")
    talk.says("ไม่ไปแล้ว").hears("rsvp.not_going", "entrust.what").says("เวทีครั้งหน้า").hears(
        "rsvp.mine_not_going"
    )
    talk.says("น้ำท่วมบ้านสามหลัง ข้าวของเสียหาย").hears("report.sure").says("ยกเลิก")
    talk.says("สวัสดีค่ะ")
    assert left(house) == []
    house.time.goes(minutes=40)
    talk.sends_voice()
    assert left(house) == []


def test_a_photo_is_no_voice_and_begins_a_report(house: House) -> None:
    asked(house).sends_photos(1).hears("report.topic")
    assert left(house) == []


def test_out_of_a_group_into_the_chat(house: House) -> None:
    planned_forums(house)
    house.line.joins_group(VILLAGE)
    talk = a_villager(house, 0xB7)
    talk.says(f"ไม่ไปเวที {the_forum(house).id}").hears("rsvp.not_going", "entrust.what").says(WORDS).hears(
        "entrust.kept"
    )


def test_a_stranger_is_asked_for_her_consent_first(house: House) -> None:
    planned_forums(house)
    a_stranger(house).says(f"ไม่ไปเวที {the_forum(house).id}").hears("rsvp.not_going", "consent.ask")


def test_what_is_too_long_is_asked_for_again(house: House) -> None:
    talk = asked(house).says(WORDS * 40).hears("entrust.too_long").says(WORDS).hears("entrust.kept")
    talk.taps("ฝากใหม่").says("...").hears("help.lost")


@pytest.mark.parametrize("what", ["over", "cancelled"])
def test_a_forum_that_is_over_or_called_off_takes_nothing_more(house: House, what: str) -> None:
    talk = asked(house)
    forum = the_forum(house)
    if what == "over":
        house.time.stands_at("2026-08-20T08:50")
        talk.taps("ข้าม").taps("ฝากเรื่อง")
        house.time.stands_at("2026-08-20T09:05")
    else:
        with house.db() as db:
            invitations.cancel(db, db.merge(forum), "น้ำท่วมทาง")
    key = "rsvp.past" if what == "over" else "rsvp.cancelled"
    talk.says(WORDS).hears(key)
    talk.taps_old({"type": "postback", "data": f"entrust_of/{forum.id}"}).hears(key)
    assert left(house) == []
    talk.taps_old({"type": "postback", "data": "entrust_of/999"}).hears("talk.old_button")


def test_erased_and_exported_with_everything_else(house: House) -> None:
    talk = asked(house).says(WORDS)
    with house.db() as db:
        person = people.known_by(db, talk.person)
        assert export.of(db, person)["entrusted"][0]["text"] == WORDS
        consent.erase(db, person)
    assert left(house) == []
    assert traces(house.engine, (WORDS,)) == set()


# The coordinator


def with_three(house: House) -> Talk:
    """Words, a voice, and somebody who comes after all."""
    asked(house, 0xB7, "จันทร์เพ็ญ").says(WORDS)
    asked(house, 0xB8, "ทองใบ").sends_voice()
    asked(house, 0xB9, "ศรี").says("ฝากเรื่องถนนด้วย").says("เวทีครั้งหน้า").taps("เปลี่ยนคำตอบ").taps("ไป")
    return a_coordinator(house).says("ร่างวาระ").sees("ความเห็นฝากไว้")


def test_the_coordinator_reads_and_hears_them_without_names(house: House) -> None:
    naen = with_three(house).taps("ความเห็นฝากไว้").hears("entrusted.list", count=2)
    naen.reads(f"1) “{WORDS}”", "2) เสียง ยังไม่ได้เขียน").taps("1").hears("entrusted.one", text=WORDS)
    naen.says("2").hears("entrusted.voice").sees("ฟังเสียง")
    address = naen.button("ฟังเสียง")["uri"]
    page = house.web.get(address.removeprefix("http://127.0.0.1:8000"))
    assert "<audio" in page.text
    assert house.web.get(address.removeprefix("http://127.0.0.1:8000") + "/0").data == b"voice"
    said = json.dumps([message for to, message in house.said if to == NAEN], ensure_ascii=False)
    assert "จันทร์เพ็ญ" not in said
    assert "ทองใบ" not in said
    with house.db() as db:
        roles.revoke(db, people.known_by(db, NAEN), "coordinator", "northeast")
    assert house.web.get(address.removeprefix("http://127.0.0.1:8000")).status_code == 404


def test_a_voice_is_written_down_and_can_be_written_anew(house: House) -> None:
    naen = with_three(house).taps("ความเห็นฝากไว้")
    naen.says("เขียน 2 ขอให้ช่วยเรื่องน้ำ").hears("entrusted.written", text="ขอให้ช่วยเรื่องน้ำ").sees("ฟังเสียง")
    naen.says("เขียน ๒ น้ำท่วมถึงคอ ช่วยด้วย").hears("entrusted.written")
    assert [row.text for row in left(house)][1] == "น้ำท่วมถึงคอ ช่วยด้วย"
    naen.taps("กลับไปรายการ").reads("2) เสียง “น้ำท่วมถึงคอ ช่วยด้วย”")
    naen.says("เขียน 1 อย่างอื่น").hears("entrusted.own_words").says("เขียน 9 อะไร").hears("entrusted.gone")
    naen.says("เขียน 2 " + "น้ำ" * 400).hears("entrusted.too_long")
    assert left(house)[0].text == WORDS


def test_what_was_changed_meanwhile_is_not_written_over(house: House) -> None:
    planned_forums(house)
    talk = asked(house).sends_voice()
    naen = a_coordinator(house).says("ร่างวาระ").taps("ความเห็นฝากไว้")
    house.time.goes(minutes=1)
    talk.sends_voice()
    naen.says("เขียน 1 ขอให้ช่วยเรื่องน้ำ").hears("entrusted.gone")
    assert left(house)[0].text is None
    button = naen.says("ร่างวาระ").taps("ความเห็นฝากไว้").button("1")
    talk.taps("ไม่ฝากแล้ว")
    naen.taps_old(button).hears("entrusted.gone").says("1").hears("entrusted.gone")


def test_nobody_else_reads_them(house: House) -> None:
    with_three(house)
    forum, [first, *_] = the_forum(house), left(house)
    villager, south = a_villager(house, 0xBA), a_villager(house, 0xBB)
    with house.db() as db:
        roles.give(db, people.known_by(db, south.person), "coordinator", "south")
    for data in (f"entrusted/list/{forum.id}/0", f"entrusted/see/{forum.id}/{first.id}", "entrusted/see/1"):
        villager.taps_old({"type": "postback", "data": data})
        assert [message["key"] for message in villager.heard] in (["work.not_yours"], ["talk.old_button"])
        south.taps_old({"type": "postback", "data": data}).hears("talk.old_button")
    villager.says("เขียน 1 อะไรสักอย่าง")
    assert left(house)[0].text == WORDS


def test_of_a_forum_that_is_over_they_can_still_be_read_and_of_one_called_off_not(house: House) -> None:
    naen = with_three(house).taps("ความเห็นฝากไว้")
    button = naen.button("1")
    house.time.stands_at("2026-08-20T10:00")
    naen.taps_old(button).hears("entrusted.one")
    number = left(house)[0].forum_id
    with house.db() as db:
        forum = db.get_one(Forum, number)
        invitations.cancel(db, forum)
    naen.taps_old(button).hears("rsvp.cancelled")
