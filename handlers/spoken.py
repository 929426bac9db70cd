"""Words that stand for a whole wish: short ones from spoken.yml, sentences from sentences.yml."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from models.thai.dialects import central
from models.thai.grammar import pattern
from models.thai.normal import arabic, normalise

NUMBER_VERBS = ("see_number", "answer_number")
NUMBER_COMMANDS = ("number_merge", "number_unmerge", "number_sum_up", "number_ask", "number_send")
OWN_NUMBER = re.compile(r"(?P<prefix>[ก-ฮ]{2,3})[.\s-]*(?P<count>\d{1,7})\s*(?P<rest>\D.*)")
IN_GROUP = ("group_invite", "group_tie", "group_area", "group_sure", "group_unsign")
CENTRE_VERBS = ("to_national", "ask_regions", "hand_out")
CONCLUSION_VERBS = ("mend_conclusion", "drop_conclusion")
DEED_VERBS = ("deed_done", "deed_working", "deed_stuck")
AGENDA_VERBS = {
    "agenda_accept": "accept",
    "agenda_off": "why",
    "agenda_restore": "restore",
    "agenda_up": "up",
    "agenda_down": "down",
    "agenda_to": "to",
}
SIGN_VERBS = ("sign_names", "sign_late", "sign_came")
FORUM_VERBS = {
    "forum_going": "going",
    "forum_several": "several",
    "forum_not_going": "not_going",
    "forum_help": "help",
}
NOT_OPENING = {
    "yes",
    "no",
    "skip",
    "sticker_yes",
    "sticker_no",
    "called",
    "endings",
    "wish_begins",
    "cries",
    "adds",
    "online",
    "call_now",
    "enough",
    *CENTRE_VERBS,
    "consent_yes",
    "consent_no",
    "no_date",
    "not_stuck",
    "deed_begins",
    *CONCLUSION_VERBS,
    *DEED_VERBS,
    *NUMBER_VERBS,
    *NUMBER_COMMANDS,
    "joints",
    *IN_GROUP,
    *AGENDA_VERBS,
    "write_down",
    *FORUM_VERBS,
    "door",
    "nationwide",
    *SIGN_VERBS,
}
MARKS = ".!?\"'“”ๆฯ…"
LONGEST = 70  # letters; a longer message tells more than a wish


def bare(text: str) -> str:
    """Words as they are compared: normalised, without spaces, closing marks and polite endings."""
    said = _endings().sub("", "".join(normalise(text).split()).strip(MARKS)).strip(MARKS)
    return said or "".join(normalise(text).split())


@cache
def _endings() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(_read()['endings'])})+$")


@cache
def _read() -> dict[str, list[str]]:
    rows = yaml.safe_load(Path(__file__).with_name("spoken.yml").read_text(encoding="utf-8"))
    return {str(meaning): [str(said) for said in spoken] for meaning, spoken in rows.items()}


@cache
def _meanings() -> dict[str, frozenset[str]]:
    return {meaning: frozenset(map(bare, spoken)) for meaning, spoken in _read().items()}


def means(text: str, meaning: str) -> bool:
    return bare(text) in _meanings()[meaning]


def opening(text: str) -> str | None:
    """The wish that a whole message stands for."""
    return word(text) or _named_wish(text) or _asked(bare(text))


def _named_wish(text: str) -> str | None:
    """As one speaks to us in a group, and now alone: "ฟอรัม ใครไป"."""
    rest = called(text)
    return word(rest) if rest else None


def word(text: str) -> str | None:
    """The wish that a short word of our own stands for."""
    said = bare(text)
    return next((m for m, spoken in _meanings().items() if m not in NOT_OPENING and said in spoken), None)


def _asked(said: str) -> str | None:
    """The wish that a sentence asks for."""
    if len(said) > LONGEST:
        return None
    told = central(said)
    return next((wish for wish, sentence in _sentences() if sentence.fullmatch(told)), None)


@cache
def _sentences() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = yaml.safe_load(Path(__file__).with_name("sentences.yml").read_text(encoding="utf-8"))
    pieces = rows.pop("pieces")
    return tuple((wish, pattern(line, pieces)) for wish, lines in rows.items() for line in lines)


def called(text: str) -> str | None:
    """What follows the name we are called by; None where we are not called.

    Without a space only what we understand counts, for the name is also a word of ordinary talk.
    """
    said = text.strip()
    name = next((name for name in _read()["called"] if said.lower().startswith(name)), None)
    if name is None:
        return None
    rest = said[len(name) :]
    is_apart = not rest or rest[0].isspace()
    is_known = (
        opening(rest) is not None or in_group(rest)[0] is not None or rest.startswith(tuple(_read()["cries"]))
    )
    return rest.strip() if is_apart or is_known else None


def in_group(said: str) -> tuple[str | None, str]:
    """What is asked behind our name, and what follows it: a code."""
    figures = re.search(r"\d[\d\s-]*$", arabic(said))
    begun = bare(said[: figures.start()] if figures else said)
    wish = next((one for one in IN_GROUP if begun in _meanings()[one]), None) or opening(said)
    return wish, figures[0] if figures else ""


def of_forum(text: str) -> tuple[str, int] | None:
    """An answer that was ready in the box: what, and the number of the Forum."""
    said = re.fullmatch(r"(\D+)(\d{1,9})", bare(arabic(text)))
    found = (answer for verb, answer in FORUM_VERBS.items() if said and said[1] in _meanings()[verb])
    answer = next(found, None)
    return (answer, int(said[2])) if said and answer else None


def at_the_door(text: str) -> str | None:
    """The figures by which somebody signs in at a Forum: "ลงชื่อเข้าเวที 4821"."""
    said = re.fullmatch(r"(\D+)(\d{1,9})", bare(arabic(text)))
    return said[2] if said and said[1] in _meanings()["door"] else None


def names_to_sign(text: str) -> tuple[str, str] | None:
    """Names of others who came, and by which verb they are told: "ลงชื่อ ยายคำ, ตาสี"."""
    line = text.strip()
    verbs = ((spoken, verb) for verb in SIGN_VERBS for spoken in _read()[verb])
    for spoken, verb in sorted(verbs, key=lambda row: -len(row[0])):
        rest = line[len(spoken) :]
        if line.lower().startswith(spoken) and rest and (rest[0].isspace() or rest[0] == ":"):
            return verb, rest.strip(" :\n")
    return None


def of_place(text: str) -> str | None:
    """The place whose memory is asked for: "ประวัติ ต.ท่าเสียว"."""
    line = normalise(text).strip()
    found = (line[len(word) :] for word in _read()["memory"] if line.startswith(word))
    rest = next((rest.strip() for rest in found if rest.strip()), None)
    return rest if rest and line != rest else None


def behind_our_name(text: str) -> str:
    """What is said to us in a group: behind our name, or beside a mention of us."""
    rest = called(text)
    return text if rest is None else rest


def adds(text: str) -> bool:
    """Whether a line adds to what was told before."""
    said = normalise(text)
    return any(word in said for word in _read()["adds"])


def listed_number(text: str) -> tuple[str, int] | None:
    """A number out of a list, and what is to be done with it: "" where only the number was typed."""
    said = re.fullmatch(r"(\D*)(\d{1,3})", bare(arabic(text)).rstrip(")"))
    if said is None:
        return None
    verbs = {"": "", **{verb: one for one in NUMBER_VERBS for verb in _meanings()[one]}}
    return (verbs[said[1]], int(said[2])) if said[1] in verbs else None


JOINTS = tuple(_read()["joints"])  # what may stand between two numbers


def number_commands(meanings: tuple[str, ...]) -> dict[str, str]:
    """How each of these commands is spoken beside a number, and what it means."""
    return {said: meaning for meaning in meanings for said in _read()[meaning]}


def sends(text: str) -> tuple[str, str] | None:
    """An issue by its own number, and to whom it is to go: "ขก142 ส่ง อบต."."""
    said = OWN_NUMBER.fullmatch(" ".join(arabic(text).split()))
    rest = said["rest"].lower() if said else ""
    verb = next((one for one in _longest("number_send") if rest.startswith(one)), None)
    if said is None or verb is None:
        return None
    return f"{said['prefix']}-{int(said['count']):04d}", said["rest"][len(verb) :].strip()


@cache
def _longest(meaning: str) -> tuple[str, ...]:
    return tuple(sorted(_read()[meaning], key=len, reverse=True))


def with_number(text: str, verbs: tuple[str, ...]) -> tuple[str, int] | None:
    """One of these, and the number behind it: "แก้ข้อสรุป 2"."""
    said = re.fullmatch(r"(\D+)(\d{1,3})", bare(arabic(text)))
    verb = next((verb for verb in verbs if said and said[1] in _meanings()[verb]), None)
    return (verb, int(said[2])) if said and verb else None


def of_deed(text: str) -> tuple[int, str, str] | None:
    """A number of a list, how far it has come, and why: "3 ติด น้ำมันหมด"."""
    begins = "|".join(_read()["deed_begins"])
    said = re.fullmatch(rf"\s*(?:{begins})?\s*(\d{{1,3}})\s*[).:]?\s*(\D.*)", arabic(text), re.DOTALL)
    rest = normalise(said[2]).strip() if said else ""
    found = ((verb, one) for verb in DEED_VERBS for one in _read()[verb] if rest.startswith(normalise(one)))
    verb, begun = max(found, key=lambda pair: len(pair[1]), default=(None, ""))
    if said is None or verb is None or rest.startswith(tuple(_read()["not_stuck"])):
        return None
    why = rest[len(normalise(begun)) :].strip(" :-–,")
    return int(said[1]), verb, "" if bare(why) in ("", *_read()["endings"]) else why


def begins_a_wish(text: str) -> bool:
    """Whether a line says what is to be done, rather than what is wrong."""
    return normalise(text).strip().startswith(tuple(_read()["wish_begins"]))


@dataclass(frozen=True)
class OnAgenda:
    """What is to be done with a number of a list: accept, why, restore, up, down; or to a place of the agenda."""

    verb: str
    number: int
    place: int = 0


def on_agenda(text: str) -> OnAgenda | None:
    """ "1 วาระ", "วาระ 1", "3 ไม่เข้า", "2 ขึ้น", "2 ไปที่ 1"."""
    said = re.fullmatch(r"(\D*)(\d{1,3})(\D*)(\d{0,3})", bare(arabic(text)))
    if said is None or bool(said[1]) == bool(said[3]):
        return None
    word = said[1] or said[3]
    verb = next((does for one, does in AGENDA_VERBS.items() if word in _meanings()[one]), None)
    if verb is None or (verb == "to") != bool(said[4]) or (verb == "to" and said[1]):
        return None
    return OnAgenda(verb, int(said[2]), int(said[4] or 0))


def written_down(text: str) -> tuple[int, str] | None:
    """ "เขียน 1 น้ำประปาขุ่นตั้งแต่ต้นเดือน": what was heard in a voice, by the number of a list."""
    said = re.fullmatch(r"\s*(\D+?)\s*(\d{1,3})[\s):.]+(\S.*)", arabic(text), re.DOTALL)
    if said is None or bare(said[1]) not in _meanings()["write_down"]:
        return None
    return int(said[2]), text[said.start(3) :].strip()
