"""Photos and voices are opened by whoever answers for the place, for a day; by nobody else."""

from typing import Any

import pytest

from models import consent, links, media, people, roles
from tests.house import House
from tests.makers import NAM_PHONG, a_leader, a_villager
from tests.talk import Talk


def address(talk: Talk, label: str) -> str:
    """Where a button of our own pages leads, on our own server."""
    return "/m/" + str(talk.button(label)["uri"]).partition("/m/")[2]


def opened(house: House, path: str, status: int = 200) -> Any:
    answer = house.web.get(path)
    assert answer.status_code == status
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    return answer


@pytest.fixture
def villager(house: House) -> Talk:
    talk = a_villager(house, name="จันทร์เพ็ญ")
    talk.sends_photos(1).sends_voice().taps("น้ำท่วม").taps("ส่งเรื่องนี้").taps("ข้าม")
    return talk


def test_a_leader_sees_the_photo_and_hears_the_voice(house: House, villager: Talk) -> None:
    leader = a_leader(house)
    leader.says(villager.number).reads("รูป 1 เสียง 1")
    path = address(leader, "ดูรูป ฟังเสียง")
    page = opened(house, path).text
    for words in (
        villager.number,
        "น้ำท่วม",
        "รูป 1",
        "เสียง 2",
        "เปิดได้ถึง",
        f'src="{path}/0"',
        f'src="{path}/1"',
    ):
        assert words in page
    assert "จันทร์เพ็ญ" not in page
    photo, voice = opened(house, f"{path}/0"), opened(house, f"{path}/1")
    assert (photo.content_type, voice.content_type) == ("image/jpeg", "audio/x-m4a")
    assert voice.data == b"voice"
    a_piece = house.web.get(f"{path}/1", headers={"Range": "bytes=1-2"})
    assert (a_piece.status_code, a_piece.data) == (206, b"oi")
    leader.says(villager.number)
    assert address(leader, "ดูรูป ฟังเสียง") == path, "the same link for half a day"


def test_a_question_that_was_only_spoken_is_heard(house: House) -> None:
    leader = a_leader(house)
    asker = a_villager(house)
    asker.says("ถามเจ้าหน้าที่").sends_voice().taps("ส่งคำถาม")
    page = opened(house, address(leader, "ฟังเสียง")).text
    assert "เสียง 1" in page
    assert "<audio" in page
    asker.says("ถามเจ้าหน้าที่").sends_photos(1).taps("ส่งคำถาม")
    assert "<img" in opened(house, address(leader, "ดูรูป")).text


def test_after_a_day_a_link_is_closed_and_the_chat_gives_another(house: House, villager: Talk) -> None:
    leader = a_leader(house)
    leader.says(villager.number)
    path = address(leader, "ดูรูป ฟังเสียง")
    house.time.goes(hours=13)
    leader.says(villager.number)
    another = address(leader, "ดูรูป ฟังเสียง")
    house.time.goes(hours=12)
    assert "ลิงก์นี้ปิดแล้ว" in opened(house, path, 404).text
    opened(house, f"{path}/0", 404)
    opened(house, another)
    house.ring()
    with house.db() as db:
        assert db.query(links.Link).count() == 1


def test_whoever_answers_for_it_no_longer_opens_nothing(house: House, villager: Talk) -> None:
    leader = a_leader(house)
    leader.says(villager.number)
    path = address(leader, "ดูรูป ฟังเสียง")
    with house.db() as db:
        roles.revoke(db, people.known_by(db, leader.person), "leader", NAM_PHONG)
    opened(house, path, 404)
    opened(house, f"{path}/1", 404)


def test_what_was_unsent_or_erased_is_not_there(house: House, villager: Talk) -> None:
    leader = a_leader(house)
    leader.says(villager.number)
    path = address(leader, "ดูรูป ฟังเสียง")
    with house.db() as db:
        consent.erase(db, people.known_by(db, villager.person))
    opened(house, path, 404)
    opened(house, f"{path}/0", 404)


def test_a_voice_that_is_still_on_its_way_is_waited_for(house: House) -> None:
    house.line.world.voice_getting_ready = 3
    talk = a_villager(house)
    talk.sends_voice().taps("น้ำท่วม").taps("ส่งเรื่องนี้")
    leader = a_leader(house)
    leader.says(talk.number)
    path = address(leader, "ฟังเสียง")
    assert "ยังมาไม่ถึง" in opened(house, path).text
    opened(house, f"{path}/0", 404)
    for _ in range(4):
        house.time.goes(minutes=5)
        house.send()
    assert "<audio" in opened(house, path).text


def test_what_is_no_photo_and_no_sound_is_not_shown_in_our_name(house: House, villager: Talk) -> None:
    leader = a_leader(house)
    leader.says(villager.number)
    path = address(leader, "ดูรูป ฟังเสียง")
    with house.db() as db:
        link = links.good(db, path.removeprefix("/m/"))
        assert link
        kept = media.get(db, links.opens(link)[0][1])
        assert kept
        kept.mime, kept.content = "text/html", b"<script>"
    answer = opened(house, f"{path}/0")
    assert answer.content_type == "application/octet-stream"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", ["/m/x", "/m/x/0", "/m/%00", "/m/" + "ก" * 300])
def test_what_is_no_link_opens_nothing(house: House, path: str) -> None:
    opened(house, path, 404)
