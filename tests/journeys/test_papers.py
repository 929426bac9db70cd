"""`เอกสารเวที`: whose Forums they are gets links of her own; each opens for a day, and tells what stands then."""

from io import BytesIO
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from bot.words import label
from models import consent, links, organisations, people, roles
from models.forums import agenda, attendance, invitations, paperwork, resolutions
from models.forums import forum as forums
from models.forums.forum import Forum
from models.issues import Issue
from models.powers import POWERS
from tests.bot.papers.reading import letters, pdf_texts, word_texts
from tests.house import House
from tests.journeys.everybody import EVERYBODY, somebody
from tests.makers import a_coordinator, a_leader, a_villager, planned_forums, the_forum
from tests.talk import Talk

LABELS = {paper: label(f"papers.{paper}", "th", {}) for paper in (*paperwork.FIRST, *paperwork.FURTHER)}


def path(talk: Talk, paper: str) -> str:
    """Where a button leads, on our own server."""
    return "/m/" + str(talk.button(LABELS[paper])["uri"]).partition("/m/")[2].partition("?")[0]


def asks(talk: Talk, day: str = "พฤ. 20 ส.ค.") -> Talk:
    """For the papers of one Forum of several."""
    return talk.says("เอกสารเวที").hears("papers.which").taps(day)


def opened(house: House, where: str, status: int = 200) -> Any:
    answer = house.web.get(where)
    assert answer.status_code == status, where
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["X-Robots-Tag"] == "noindex"
    return answer


@pytest.fixture
def naen(house: House) -> Talk:
    planned_forums(house)
    return a_coordinator(house)


def told(house: House, talk: Talk, paper: str) -> str:
    """Everything a paper says, opened as Word."""
    return " ".join(word_texts(opened(house, path(talk, paper) + "/paper.docx").data)).replace("\u00a0", " ")


def test_a_coordinator_gets_the_papers_of_her_next_forum(house: House, naen: Talk) -> None:
    naen.says("งานเวที").taps("เอกสารเวที").hears("papers.which").reads("17 ก.ย.").taps("พฤ. 20 ส.ค.").hears(
        "papers.of"
    ).reads("ภาคอีสาน", "พฤหัสบดี 20 ส.ค. 2569", "เฉพาะคุณ")
    naen.sees(*(LABELS[paper] for paper in paperwork.FIRST), "เอกสารอื่น")
    for paper in paperwork.FIRST:
        page = opened(house, path(naen, paper)).text
        assert "เปิดเป็น Word" in page
        assert "เปิดได้ถึง" in page
        assert opened(house, path(naen, paper) + "/paper.pdf").data.startswith(b"%PDF")
        file = opened(house, path(naen, paper) + "/paper.docx")
        assert Document(BytesIO(file.data)).paragraphs
        assert "northeast-2569-08.docx" in file.headers["Content-Disposition"]
    naen.taps("เอกสารอื่น").hears("papers.of").sees(*(LABELS[paper] for paper in paperwork.FURTHER))
    for paper in ("letters", "month"):
        assert opened(house, path(naen, paper) + "/paper.pdf").data.startswith(b"%PDF")
    sheet = opened(house, path(naen, "table") + "/paper.xlsx").data
    assert load_workbook(BytesIO(sheet)).worksheets[0]["A1"].value == "เลขเรื่อง"
    opened(house, path(naen, "table") + "/paper.pdf", 404)
    assert "ชื่อผู้ลงทะเบียน" in opened(house, path(asks(naen), "register")).text


def test_digits_are_thai_unless_arabic_ones_are_asked_for(house: House, naen: Talk) -> None:
    where = path(asks(naen), "agenda")
    assert "๒๕๖๙" in "".join(pdf_texts(opened(house, where + "/paper.pdf").data))
    arabic = "".join(pdf_texts(opened(house, where + "/paper.pdf?digits=arabic").data))
    assert "2569" in arabic
    assert "๒" not in arabic
    assert "8/2569" in " ".join(word_texts(opened(house, where + "/paper.docx?digits=arabic").data))


def test_a_paper_tells_what_stands_when_it_is_opened(house: House, naen: Talk) -> None:
    asks(naen)
    assert "ยังไม่มีเรื่องเสนอ" in told(house, naen, "agenda")
    villager = a_villager(house, name="บุญมา")
    villager.says("น้ำประปาไม่ไหลมาสามวันแล้ว").taps("ส่งเรื่องนี้")
    with house.db() as db:
        forum, issue = forum_of(db), issue_of(db, villager)
        issue.summary = "เครื่องสูบน้ำเสีย ขอเปลี่ยนเครื่อง"
        item = agenda.accept(db, forum, issue)
        assert item
        db.add(agenda.Support(item_id=item.id, person_id=people.known_by(db, villager.person).id))
    assert "ขก-๐๐๐๑" in told(house, naen, "agenda"), "the same link"
    house.time.goes(days=4)
    said = told(house, asks(naen), "agenda")
    for words in ("ขก-๐๐๐๑", "เครื่องสูบน้ำเสีย", "ผู้เดือดร้อน ๑ คน", "รอมาแล้ว ๔ วัน", "ผู้สนับสนุน ๑ คน", "อำเภอน้ำพอง"):
        assert words in said
    assert "ไม่ไหลมาสามวัน" not in said, "what a villager wrote may name somebody"


def forum_of(db: Any, number: str = "northeast-2569-08") -> Forum:
    found = forums.by_number(db, number)
    assert found is not None
    return found


def issue_of(db: Any, talk: Talk) -> Issue:
    found = db.query(Issue).filter(Issue.number == talk.number).one()
    assert isinstance(found, Issue)
    return found


def test_what_the_absent_left_stands_there_without_their_names(house: House, naen: Talk) -> None:
    talk = a_villager(house, name="บุญมา สีดา")
    other = a_villager(house, 0xB7, name="คำ")
    with house.db() as db:
        forum = forum_of(db)
        for one, text in ((talk, "ผมบุญมา โทร 081-234-5678 ฝากเรื่องน้ำ นายสมศักดิ์ก็รู้"), (other, None)):
            who = people.known_by(db, one.person)
            db.add(agenda.Entrusted(forum_id=forum.id, person_id=who.id, text=text, message_id="1"))
    said = told(house, asks(naen), "agenda")
    assert "ฝากเรื่องน้ำ" in said
    assert "เป็นเสียงและยังไม่ได้ถอดความอีก ๑ ความเห็น" in said
    assert not any(hidden in said for hidden in ("บุญมา", "สีดา", "สมศักดิ์", "081", "๐๘๑"))


def test_what_is_left_off_the_agenda_stands_there_with_its_reason(house: House, naen: Talk) -> None:
    first, second = a_villager(house), a_villager(house, 0xB7, name="คำ")
    first.says("ไฟดับทั้งหมู่บ้าน").taps("ส่งเรื่องนี้")
    second.says("ถนนเข้าหมู่บ้านพังหมดแล้ว รถเข้าไม่ได้").taps("ส่งเรื่องนี้")
    with house.db() as db:
        forum = forum_of(db)
        agenda.drop(db, forum, issue_of(db, first), "next_forum")
        db.add(agenda.AgendaItem(forum_id=forum.id, issue_id=issue_of(db, second).id))
    said = told(house, asks(naen), "agenda")
    assert said.index("เรื่องที่ไม่เข้าวาระ") < said.index("ขอไว้เวทีครั้งหน้า")
    assert "ขก-๐๐๐๒" in said, "nobody has accepted anything yet: the draft is shown"
    header = Document(BytesIO(opened(house, path(naen, "agenda") + "/paper.docx").data)).sections[0]
    assert "ร่าง" in header.first_page_header.paragraphs[0].text


def test_the_register_holds_who_comes_to_the_hall(house: House, naen: Talk) -> None:
    going, online, staying = (
        a_villager(house, figure, name=name)
        for figure, name in ((0xB7, "ศรีสุดา"), (0xB8, "มานะ"), (0xB9, "ชูใจ"))
    )
    with house.db() as db:
        forum = forum_of(db)
        for talk, answer, many in ((going, "going", 3), (online, "online", 1), (staying, "not_going", 1)):
            invitations.answer(db, forum, people.known_by(db, talk.person), answer, many)
        group = organisations.Organisation(name="กลุ่มออมทรัพย์บ้านโนน", sector="community", scope="400701")
        db.add(group)
        db.flush()
        who = people.known_by(db, going.person)
        db.add(organisations.Membership(organisation_id=group.id, person_id=who.id))
    asks(naen)
    table = Document(BytesIO(opened(house, path(naen, "register") + "/paper.docx").data)).tables[0]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[1] == ["๑", "ศรีสุดา", "กลุ่มออมทรัพย์บ้านโนน", "", ""]
    assert [row[1] for row in rows[2:4]] == ["(มากับ ศรีสุดา)"] * 2
    assert all(row[1:] == ["", "", "", ""] for row in rows[4:])
    assert len(rows) > 30
    officer = a_leader(house, "national", "officer")
    officer.says("เอกสารเวที").taps("ภาคอีสาน").taps("พฤ. 20 ส.ค.")
    assert "ศรีสุดา" not in told(house, officer, "register"), "no villager's name reaches the centre"
    for paper in ("agenda", "situation", "minutes", "month"):
        where = path(asks(naen) if paper != "month" else naen.taps("เอกสารอื่น"), paper)
        assert "ศรีสุดา" not in "".join(pdf_texts(opened(house, where + "/paper.pdf").data))


def concluded(house: House, villager: Talk) -> None:
    """The Forum of August met about her trouble: a proposal to an agency, and an agreement."""
    villager.says("น้ำประปาไม่ไหลมาสามวันแล้ว").taps("ส่งเรื่องนี้")
    with house.db() as db:
        forum, issue = forum_of(db), issue_of(db, villager)
        item = agenda.accept(db, forum, issue)
        assert item
        item.said = "ช่างบอกว่าต้องเปลี่ยนเครื่อง"
        due = forum.at.date().replace(month=9, day=15)
        resolutions.add(db, issue, "proposal", "ขอเปลี่ยนเครื่องสูบน้ำ", forum, taker="กองช่าง อบต.วังชัย", due=due)
        kept = resolutions.add(db, issue, "agreement", "ตั้งกลุ่มผู้ใช้น้ำ", forum, taker="ชุมชนทำเอง")
        who = people.known_by(db, villager.person)
        db.add(resolutions.Verdict(resolution_id=kept.id, person_id=who.id, answer="same"))
        db.add_all(attendance.Attendance(forum_id=forum.id, name=name, way="paper") for name in ("คำ", "สี"))


def test_minutes_and_letters_tell_what_was_concluded(house: House, naen: Talk) -> None:
    concluded(house, a_villager(house, name="บุญมา"))
    house.time.stands_at("2026-08-20T15:00")
    house.ring()
    asks(naen)
    assert LABELS["invitation"] not in naen.labels, "it is over: nobody is invited any more"
    said = told(house, naen, "minutes")
    for words in (
        "ผู้เข้าร่วมเวที ๒ คน",
        "ช่างบอกว่าต้องเปลี่ยนเครื่อง",
        "ข้อสรุปที่ ๑ ข้อเสนอถึงหน่วยงาน",
        "ขอเปลี่ยนเครื่องสูบน้ำ",
        "ผู้รับไปทำ กองช่าง อบต.วังชัย ภายในวันที่ ๑๕ กันยายน ๒๕๖๙",
        "ข้อสรุปที่ ๒ ข้อตกลงร่วม",
    ):
        assert words in said, words
    letter = told(house, naen.taps("เอกสารอื่น"), "letters")
    assert "ขอความอนุเคราะห์พิจารณา" in letter
    assert "ขอเปลี่ยนเครื่องสูบน้ำ" in letter
    assert "ตั้งกลุ่มผู้ใช้น้ำ" not in letter, "that is the community's own"
    rows = load_workbook(BytesIO(opened(house, path(naen, "table") + "/paper.xlsx").data)).worksheets[0]
    assert [rows["A2"].value, rows["M2"].value, rows["Q2"].value] == ["ขก-0001", "ตั้งกลุ่มผู้ใช้น้ำ", 1]


def test_what_an_earlier_forum_left_open_is_followed_up(house: House, naen: Talk) -> None:
    concluded(house, a_villager(house, name="บุญมา"))
    house.time.stands_at("2026-08-25T15:00")
    house.ring()
    asks(naen, "พฤ. 17 ก.ย.")
    said = told(house, naen, "agenda")
    assert said.index("เรื่องติดตาม") < said.index("ข้อสรุปจากเวทีครั้งก่อน ๆ ที่ยังต้องติดตาม จำนวน ๒ เรื่อง")
    for words in ("กำลังร่างหนังสือ", "รอผู้รับไปทำตอบรับ", "ผู้แจ้งว่าไม่เสร็จ ๑ คน", "ครั้งที่ ๘/๒๕๖๙"):
        assert words in said, words
    situation = told(house, naen, "situation")
    assert "เดือนกันยายน ๒๕๖๙ ยังไม่มีเรื่องแจ้งเข้ามา เดือนก่อนหน้า ๑ เรื่อง" in situation
    assert "ขอเปลี่ยนเครื่องสูบน้ำ" in situation


def test_after_a_day_a_link_is_closed(house: House, naen: Talk) -> None:
    where = path(asks(naen), "agenda")
    house.time.goes(hours=25)
    assert "ลิงก์นี้ปิดแล้ว" in opened(house, where, 404).text
    opened(house, where + "/paper.pdf", 404)
    assert path(asks(naen), "agenda") != where


def test_links_are_ones_own_and_the_same_for_half_a_day(house: House, naen: Talk) -> None:
    where = path(asks(naen), "agenda")
    assert path(asks(naen), "agenda") == where
    assert path(naen, "register") != where
    other = somebody(house, "coordinator")
    assert path(asks(other), "agenda") != where


def test_whoever_lost_the_power_opens_nothing(house: House, naen: Talk) -> None:
    where = path(asks(naen), "register")
    with house.db() as db:
        roles.revoke(db, people.known_by(db, naen.person), "coordinator", "northeast")
    opened(house, where, 404)
    opened(house, where + "/paper.docx", 404)
    naen.says("เอกสารเวที").hears("work.not_yours")


def test_links_leave_with_whoever_is_erased(house: House, naen: Talk) -> None:
    where = path(asks(naen), "register")
    with house.db() as db:
        consent.erase(db, people.known_by(db, naen.person))
        assert db.query(links.Link).count() == 0
    opened(house, where, 404)


def test_a_forum_that_was_called_off_has_no_papers(house: House, naen: Talk) -> None:
    forum = the_forum(house)
    where = path(asks(naen), "agenda")
    button = {"type": "postback", "data": f"papers/of/{forum.id}"}
    with house.db() as db:
        invitations.cancel(db, forum_of(db), "พายุเข้า")
    naen.taps_old(button).hears("papers.called_off").reads("งดแล้ว")
    opened(house, where, 404)
    opened(house, where + "/paper.pdf", 404)


def test_nobody_gets_papers_but_whose_forums_they_are(house: House, naen: Talk) -> None:
    forum = the_forum(house)
    for role in EVERYBODY:
        talk = somebody(house, role, arrives=False)
        talk.says("เอกสารเวที")
        may = role in POWERS["plan_forums"]
        assert ("work.not_yours" in [message["key"] for message in talk.heard]) == (not may), role
        talk.taps_old({"type": "postback", "data": f"papers/of/{forum.id}"})
        assert ("papers.of" in [message["key"] for message in talk.heard]) == may, role


def test_another_regions_forum_is_not_hers(house: House, naen: Talk) -> None:
    south = the_forum(house, "south")
    for data in (
        f"papers/of/{south.id}",
        f"papers/further/{south.id}",
        "papers/in/south",
        "papers/of/x",
        "papers",
    ):
        naen.taps_old({"type": "postback", "data": data}).hears("talk.old_button")
    with house.db() as db:
        assert db.query(links.Link).count() == 0


def test_where_there_is_no_forum_she_is_told_how_one_comes_about(house: House) -> None:
    a_coordinator(house).says("เอกสารเวที").hears("papers.none").sees("จัดเวที")


def test_an_officer_says_first_of_which_region(house: House) -> None:
    planned_forums(house)
    officer = a_leader(house, "national", "officer")
    officer.says("เอกสารเวที").hears("forum.which_region").taps("ภาคใต้").hears("papers.which").taps(
        "พฤ. 17 ก.ย."
    ).hears("papers.of", region="south")


@pytest.mark.parametrize("where", ["/m/x/paper.pdf", "/m/%00/paper.docx", "/m/" + "ก" * 300 + "/paper.xlsx"])
def test_what_is_no_link_opens_nothing(house: House, where: str) -> None:
    opened(house, where, 404)


def test_a_link_to_photos_opens_no_paper(house: House, naen: Talk) -> None:
    villager = a_villager(house)
    villager.sends_photos(1).taps("น้ำท่วม").taps("ส่งเรื่องนี้").taps("ข้าม")
    leader = a_leader(house)
    leader.says(villager.number)
    photos = "/m/" + str(leader.button("ดูรูป")["uri"]).partition("/m/")[2]
    opened(house, photos + "/paper.pdf", 404)
    opened(house, path(asks(naen), "agenda") + "/0", 404)


def test_somebody_who_reads_english_gets_the_same_papers(house: House, naen: Talk) -> None:
    naen.says("english").says("forum papers").taps("Thu 20 Aug").hears("papers.of")
    address = str(naen.button("Agenda")["uri"])
    assert "?openExternalBrowser=1&lang=en" in address
    page = opened(house, "/m/" + address.partition("/m/")[2]).text
    assert "Open as Word" in page
    assert letters("ระเบียบวาระ") not in letters(page)
