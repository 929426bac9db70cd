"""What the tests of questions share: who answers, how one asks, and what was read and kept."""

import json
from typing import Any

from sqlalchemy import select

from bot.simulator import FATIMAH, THONGSUK, Person, an_id
from bot.words import say
from models import roles
from models.post.outbox import Parcel
from models.questions import Question, QuestionPart
from tests.house import House
from tests.makers import NAM_PHONG
from tests.talk import Talk

ASKED = "บ้านมั่นคงสมัครที่ไหนคะ"
ANSWER = "มาที่เทศบาลวันพุธค่ะ"
ADVICE = "ถ้าน้ำขึ้นอีก พิมพ์คำว่า ช่วยด้วย ได้ทันที"  # an answer that sounds like a cry


def a_province(house: House, scope: str = "40") -> Talk:
    with house.db() as db:
        roles.grant(db, THONGSUK, "province", scope).person.name = "ทองสุข"
    return Talk(house, THONGSUK)


def an_officer(house: House) -> Talk:
    with house.db() as db:
        roles.grant(db, FATIMAH, "officer", roles.NATIONAL).person.name = "ฟาติมะฮ์"
    return Talk(house, FATIMAH)


def a_second_leader(house: House) -> Talk:
    line_id = an_id("U", 0xC1)
    house.line.world.add_person(Person(line_id, "ดาว"))
    with house.db() as db:
        roles.grant(db, line_id, "leader", NAM_PHONG).person.name = "ดาว"
    return Talk(house, line_id)


def asks(talk: Talk, words: str = ASKED) -> Talk:
    return talk.says("ถามเจ้าหน้าที่").says(words).taps("ส่งคำถาม")


def read_by(house: House, person: str) -> str:
    """All that was ever said to somebody, as she reads it, and the buttons' data beside it."""
    said = [message for to, message in house.said if to == person]
    return "\n".join(say(m["key"], "th", m["values"]) + json.dumps(m, ensure_ascii=False) for m in said)


def the_question(house: House) -> Question:
    with house.db() as db:
        newest = db.scalars(select(Question).order_by(Question.id.desc())).first()
        assert newest is not None
        assert newest.text is not None  # its parts are read while the database is open
        return newest


def parts(house: House) -> list[QuestionPart]:
    with house.db() as db:
        return list(db.scalars(select(QuestionPart).order_by(QuestionPart.id)))


def message_id(house: House) -> str:
    return next(part.message_id for part in parts(house) if part.message_id)


def kept(house: House) -> str:
    """All words that stand in questions and in the outbox."""
    with house.db() as db:
        waiting: list[Any] = [parcel.messages for parcel in db.scalars(select(Parcel))]
        return json.dumps(waiting, ensure_ascii=False) + str(
            [part.text for part in db.scalars(select(QuestionPart))]
        )
