"""The house holds together: words, switchboards, tables, processes and pages agree with the code."""

import re
from pathlib import Path

import pytest
import yaml
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine

from bot.line.limits import LABEL, clusters
from bot.words import LANGUAGES, placeholders, sentences
from bot.words.wordings import ASKED_BY, read_before
from handlers import forms, openings, router, spoken
from handlers.forums import details
from models import topics
from models.base import Base
from models.consents import EVERY, WORDING
from models.issues import REASONS, STATES
from models.powers import ROLES
from models.reports import KINDS
from scheduler.timetable import JOBS

ROOT = Path(__file__).parent.parent
CODE = [file for floor in ("handlers", "models", "scheduler") for file in (ROOT / floor).rglob("*.py")]
SOURCE = "\n".join(file.read_text(encoding="utf-8") for file in CODE)
TH = sentences("th")
SAID = {key: lines for key, lines in TH.items() if not key.startswith(("names.", "button/", "menu."))}
OFFICE_WORDS = ("ระบบ", "ดำเนินการ", "ประเด็น", "บอท", "RSVP", "ยาย", "ลุง", "ครับ", "ท่าน")
ASKS = ("ไหม", "อะไร", "ใคร", "ไหน", "กี่", "อย่างไร", "หรือ", "นะ")
PAGES = ("page.", "privacy.", "paper.")  # read in a browser or on paper, where there is room
STAFF = ("duty.",)  # said to who is on duty, not to villagers


def used(pattern: str) -> set[str]:
    return set(re.findall(pattern, SOURCE))


def test_every_sentence_that_is_said_is_written() -> None:
    keys = used(r'(?:Message|one)\(\s*"([a-z_]+\.[a-z_]+)"') | used(
        r'"((?:forum|report|place|consent|help|giving)\.[a-z_]+)"'
    )
    assert keys - set(TH) - {key.removeprefix("button/") for key in TH} == set()


def test_every_sentence_that_is_written_is_said() -> None:
    pages = {key for key in SAID if key.startswith(PAGES)}
    literal = (
        pages
        | used(r'"([a-z_]+\.[a-z_]+)"')
        | {"rsvp.going", "rsvp.not_going", "rsvp.cancelled", "rsvp.past"}
        | {f"details.{what}_{field}" for what in ("ask", "again") for field in details.FIELDS}
        | {f"forum.reminder_{which}_online" for which in ("day_before", "last")}
    )
    assert {key for key in SAID if key not in literal} == set()


def test_every_button_is_written() -> None:
    labels = used(r'(?:tap|link)\(\s*"([a-z_]+(?:\.[a-z_]+)?)"') | used(r'Choice\("([a-z_.]+)"')
    assert {label for label in labels if f"button/{label}" not in TH} == set()


@pytest.mark.parametrize(
    ("prefix", "names"),
    [
        ("names.state.", STATES),
        ("names.reason.", REASONS),
        ("names.kind.", KINDS),
        ("button/kind.", KINDS),
        ("names.topic.", topics.TAXONOMY),
        ("button/topic.", topics.TAXONOMY),
        ("names.role.", [role for role in ROLES if role not in ("partner", "academic")]),
    ],
)
def test_every_name_is_written(prefix: str, names: list[str]) -> None:
    assert [name for name in names if f"{prefix}{name}" not in TH] == []


def test_every_kind_of_a_topic_has_a_name() -> None:
    kinds = [f"names.topic.{topic}.{kind}" for topic, kinds in topics.TAXONOMY.items() for kind in kinds]
    assert [kind for kind in kinds if kind not in TH] == []


def test_labels_fit_on_their_buttons() -> None:
    labels = {key: lines[0] for key, lines in TH.items() if key.startswith("button/")}
    assert {key: label for key, label in labels.items() if clusters(label) > LABEL} == {}


def is_other_place(line: str) -> bool:
    return not placeholders(line).isdisjoint(("village", "home_place"))


def test_messages_are_at_most_four_short_lines() -> None:
    """Of the lines that tell a place one is said, of the answer to danger one line or two others.

    An alarm to who is on duty may be longer.
    """
    longer = {"danger.numbers", "duty.danger", "answering.card", "area.one", "digest.morning"}
    longer |= {"plan.sure", "move.sure", "call_off.sure", "details.card", "comers.counts"}
    longer |= {"centre.card", "centre.watched", "regional.check", "situation.sure"}
    longer |= {"signing.sure", "group_door.sure", "arrivals.counts", "memory.counts"}
    longer |= {"emergency.sure", "emergency.not_sure", "roll_call.counts"}
    longer |= {"sending.sure", "sending.sure_by_letter", "partner.card"}
    longer |= {"deed.one", "result.sure", "mine.one"}
    chat = {key: lines for key, lines in SAID.items() if not key.startswith(PAGES)}
    said = {key: [line for line in lines if not is_other_place(line)] for key, lines in chat.items()}
    assert {key for key, lines in said.items() if len(lines) > 4} == longer
    long = {line for lines in chat.values() for line in lines if clusters(re.sub(r"{\w+}", "", line)) > 46}
    assert long == set()


def test_sentences_speak_as_one_voice() -> None:
    lines = [line for key in SAID if not key.startswith((*STAFF, *PAGES)) for line in SAID[key]]
    assert [line for line in lines if any(word in line for word in OFFICE_WORDS)] == []
    asked = "(?:ไหม|อะไร|ไหน|กี่คน|นะ|หรือ)ค่ะ"
    assert [line for line in lines if re.search(asked, line)] == [], "a question is asked with คะ"
    ends = [line for line in lines if line.endswith("คะ")]
    told = [line for line in ends if not any(word in line.removesuffix("คะ") for word in ASKS)]
    assert told == [], "what is told is told with ค่ะ"


def test_no_foreign_letters_reach_a_villager() -> None:
    said = {key: " ".join(lines) for key, lines in SAID.items() if not key.startswith("page.")}
    assert [key for key, line in said.items() if re.search(r"[A-Za-z]", re.sub(r"{\w+}", "", line))] == []


def test_only_the_answer_to_danger_holds_the_emergency_number() -> None:
    assert [key for key, lines in TH.items() if "1669" in " ".join(lines)] == []


@pytest.mark.parametrize("what", EVERY)
def test_what_is_read_before_a_consent_is_kept_by_its_edition(what: str) -> None:
    """Other words are another question: they need an edition of their own, and the old one stays."""
    kept = read_before(WORDING, what)
    for language in LANGUAGES:
        assert kept[language] == [list(sentences(language)[key]) for key in ASKED_BY[what]], WORDING


def test_every_placeholder_of_a_line_can_be_filled() -> None:
    known = used(r'"([a-z_]+)":') | used(r"\b([a-z_]+)=") | {"day", "hour", "full_place", "nobody", "counted"}
    known |= {"counted_or_none", "hall_or_later", "topics_or_none", "count_or_none"}
    known |= {"home_place", "near", "near_in_full"}
    known |= {"due_day", "who_when"}
    known |= {"name_or_none", "number_or_none", "region_or_none", "question_short", "answer_short"}
    known |= {
        "danger_or_none",
        "forum_day",
        "was_day",
        "was_hour",
        "soonest_day",
        "soonest_hour",
        "latest_day",
        "since_day",
    }
    chat = [lines for key, lines in SAID.items() if not key.startswith(PAGES)]
    assert {name for lines in chat for line in lines for name in placeholders(line)} - known == set()


def test_every_opening_word_leads_somewhere() -> None:
    words, sentences = (
        yaml.safe_load((ROOT / "handlers" / file).read_text(encoding="utf-8"))
        for file in ("spoken.yml", "sentences.yml")
    )
    assert set(words) - spoken.NOT_OPENING <= set(openings.OPENINGS)
    assert set(sentences) - {"pieces"} <= set(openings.OPENINGS)


def test_every_button_has_somebody_who_answers() -> None:
    said = used(r'(?:tap|name)\([^()]*?f?"([a-z_]+)/') | used(r'"(open|consent|news|erase)/')
    assert said - set(router.TAPS) == {"group"}, "which handlers/group.py answers"
    opened = used(r'"open/([a-z_]+)"')
    assert opened - set(openings.OPENINGS) == set()


def test_every_form_can_be_tapped() -> None:
    assert set(forms.FORMS) <= set(router.TAPS)


def test_the_migrations_make_the_tables_the_code_knows(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        assert compare_metadata(context, Base.metadata) == []


def test_migrations_are_numbered_without_gaps() -> None:
    files = sorted((ROOT / "models" / "migrations" / "versions").glob("0*.py"))
    assert [file.name[:4] for file in files] == [f"{number:04d}" for number in range(1, len(files) + 1)]


def test_the_procfile_names_commands_that_exist() -> None:
    rows = dict(line.split(": ", 1) for line in (ROOT / "Procfile").read_text().splitlines())
    assert rows == {
        "release": "python -m bot migrate",
        "web": "python -m bot web",
        "worker": "python -m bot work",
        "clock": "python -m scheduler",
    }


def test_operators_can_read_about_every_setting_and_job() -> None:
    running = (ROOT / "docs" / "running.md").read_text(encoding="utf-8")
    settings = set(
        re.findall(r'env(?:\.get\()?[^"]*"([A-Z_]{4,})"', (ROOT / "bot" / "settings.py").read_text())
    )
    assert {name for name in settings if name not in running} == set()
    assert [job.name for job in JOBS if job.name not in running] == []


def test_the_map_shows_every_room() -> None:
    shown = (ROOT / "docs" / "map.md").read_text(encoding="utf-8")
    rooms = [
        file.relative_to(ROOT)
        for floor in ("bot", "handlers", "models", "scheduler")
        for file in (ROOT / floor).rglob("*.py")
        if file.name not in ("__init__.py", "__main__.py") and not {"simulator", "versions"} & set(file.parts)
    ]
    assert [str(room) for room in rooms if room.stem not in shown] == []


def test_no_handler_holds_a_thai_sentence() -> None:
    thai = re.compile("[ก-๛]{3,}")
    for file in (ROOT / "handlers").rglob("*.py"):
        code = re.sub(r'"""[\s\S]*?"""|#.*', "", file.read_text(encoding="utf-8"))
        assert not thai.search(code), file.name
