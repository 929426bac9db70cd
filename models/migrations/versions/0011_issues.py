"""From trouble to deed: issues under the reports, the agenda, who came, resolutions and what people say of them."""

import sqlalchemy as sa
from alembic import op

from models.base import BigId, Moment

revision = "0011"
down_revision = "0010"

TOPIC = (
    "(SELECT {0} FROM report_topics t WHERE t.report_id = reports.id"
    " ORDER BY CASE t.by WHEN 'human' THEN 0 ELSE 1 END, t.score DESC, t.id LIMIT 1)"
)
ISSUES = (
    "INSERT INTO issues (number, topic, kind, place, province, moo, state, cried_at, opened_at, touched_at)"
    f" SELECT number, {TOPIC.format('t.topic')}, {TOPIC.format('t.kind')}, place, province, moo, state,"
    " CASE WHEN danger OR urgency = 'rescue' THEN filed_at END, filed_at, touched_at FROM reports ORDER BY id"
)
STEPS = (
    "INSERT INTO issue_changes (issue_id, state, detail, at)"
    " SELECT r.issue_id, s.state, CASE s.state WHEN 'dropped' THEN 'withdrawn' END, s.at"
    " FROM report_states s JOIN reports r ON r.id = s.report_id ORDER BY s.id"
)
WITHDRAWN = (
    "UPDATE reports SET withdrawn_at ="
    " (SELECT max(s.at) FROM report_states s WHERE s.report_id = reports.id AND s.state = 'dropped')"
    " WHERE state = 'dropped'"
)
FORUM_COLUMNS = (("check_in", sa.Text()), ("draft_shown_at", Moment()), ("closed_at", Moment()))


def upgrade() -> None:
    _issues()
    _reports()
    _organisations()
    for name, kind in FORUM_COLUMNS:
        op.add_column("forums", sa.Column(name, kind, nullable=True))
    op.create_index("ix_forums_check_in", "forums", ["check_in"])
    _agenda()
    _attendance()
    _resolutions()
    _what_became_of_them()


def _id() -> sa.Column[int]:
    return sa.Column("id", BigId, primary_key=True)


def _text(name: str, nullable: bool = True) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _moment(name: str, nullable: bool = True) -> sa.Column[object]:
    return sa.Column(name, Moment(), nullable=nullable)


def _to(name: str, table: str, gone: str | None, nullable: bool = False) -> sa.Column[int]:
    """A column that points to another table, and what becomes of the row when that one leaves."""
    return sa.Column(name, BigId, sa.ForeignKey(f"{table}.id", ondelete=gone), nullable=nullable)


def _issues() -> None:
    op.create_table(
        "issues",
        _id(),
        _text("number", nullable=False),
        *map(_text, ("topic", "kind", "place", "province")),
        sa.Column("moo", sa.Integer(), nullable=True),
        _text("summary"),
        _text("state", nullable=False),
        _moment("cried_at"),
        _moment("opened_at", nullable=False),
        _moment("touched_at", nullable=False),
        *(_to(name, "issues", None, nullable=True) for name in ("merged_into_id", "head_id", "raised_to_id")),
        sa.UniqueConstraint("number", name="uq_issues_number"),
        sqlite_autoincrement=True,
    )
    for name in ("province", "state", "merged_into_id", "head_id", "raised_to_id"):
        op.create_index(f"ix_issues_{name}", "issues", [name])
    op.create_index("ix_issues_opened", "issues", ["opened_at"])
    op.create_index("ix_issues_topic", "issues", ["topic", "kind"])
    op.create_table(
        "issue_changes",
        _id(),
        _to("issue_id", "issues", "CASCADE"),
        _text("state", nullable=False),
        _text("detail"),
        _to("by_id", "people", "SET NULL", nullable=True),
        _moment("at", nullable=False),
    )
    op.create_index("ix_issue_changes_issue_id", "issue_changes", ["issue_id"])
    op.create_table(
        "tellings",
        _id(),
        _to("issue_id", "issues", "CASCADE"),
        _text("about", nullable=False),
        _text("says", nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        _moment("at", nullable=False),
    )
    op.create_index("ix_tellings_issue_id", "tellings", ["issue_id"])


def _reports() -> None:
    """Every report gets the issue of its number; its steps are the issue's."""
    op.execute(ISSUES)
    with op.batch_alter_table("reports") as reports:
        reports.add_column(sa.Column("issue_id", BigId, nullable=True))
        reports.add_column(sa.Column("withdrawn_at", Moment(), nullable=True))
    op.execute("UPDATE reports SET issue_id = (SELECT i.id FROM issues i WHERE i.number = reports.number)")
    op.execute(WITHDRAWN)
    op.execute(STEPS)
    op.drop_table("report_states")
    with op.batch_alter_table("reports") as reports:
        reports.drop_constraint("uq_reports_number", type_="unique")
        reports.drop_column("number")
        reports.drop_column("state")
        reports.alter_column("issue_id", existing_type=BigId, nullable=False)
        reports.create_unique_constraint("uq_reports_issue_id", ["issue_id"])
        reports.create_foreign_key("fk_reports_issue_id", "issues", ["issue_id"], ["id"])


def _organisations() -> None:
    op.create_table(
        "organisations",
        _id(),
        *(_text(name, nullable=False) for name in ("name", "sector", "scope")),
        _text("contact"),
        _to("made_by", "people", "SET NULL", nullable=True),
        _moment("made_at", nullable=False),
        sa.UniqueConstraint("name", "scope", name="uq_organisations_name_scope"),
    )
    op.create_table(
        "memberships",
        _id(),
        _to("organisation_id", "organisations", "CASCADE"),
        _to("person_id", "people", "CASCADE"),
        sa.UniqueConstraint("organisation_id", "person_id", name="uq_memberships_organisation_id_person_id"),
    )
    op.create_index("ix_memberships_person_id", "memberships", ["person_id"])


def _agenda() -> None:
    op.create_table(
        "agenda_items",
        _id(),
        _to("forum_id", "forums", "CASCADE"),
        _to("issue_id", "issues", "CASCADE"),
        _text("state", nullable=False),
        sa.Column("position", sa.Integer(), nullable=True),
        _text("reason"),
        _text("said"),
        _to("carried_from_id", "agenda_items", "SET NULL", nullable=True),
        _moment("added_at", nullable=False),
        sa.UniqueConstraint("forum_id", "issue_id", name="uq_agenda_items_forum_id_issue_id"),
    )
    op.create_index("ix_agenda_items_issue_id", "agenda_items", ["issue_id"])
    op.create_table(
        "supports",
        _id(),
        _to("item_id", "agenda_items", "CASCADE"),
        _to("person_id", "people", "CASCADE"),
        _moment("at", nullable=False),
        sa.UniqueConstraint("item_id", "person_id", name="uq_supports_item_id_person_id"),
    )
    op.create_index("ix_supports_person_id", "supports", ["person_id"])
    op.create_table(
        "entrusted",
        _id(),
        _to("forum_id", "forums", "CASCADE"),
        _to("person_id", "people", "CASCADE"),
        _text("message_id"),
        _text("text"),
        _moment("at", nullable=False),
        sa.UniqueConstraint("forum_id", "person_id", name="uq_entrusted_forum_id_person_id"),
    )
    op.create_index("ix_entrusted_person_id", "entrusted", ["person_id"])
    op.create_index("ix_entrusted_message_id", "entrusted", ["message_id"])


def _attendance() -> None:
    op.create_table(
        "attendances",
        _id(),
        _to("forum_id", "forums", "CASCADE"),
        _to("person_id", "people", "CASCADE", nullable=True),
        _text("name"),
        _text("place"),
        _text("way", nullable=False),
        _to("by_id", "people", "SET NULL", nullable=True),
        _moment("at", nullable=False),
        sa.UniqueConstraint("forum_id", "person_id", name="uq_attendances_forum_id_person_id"),
        sa.UniqueConstraint("forum_id", "name", name="uq_attendances_forum_id_name"),
    )
    op.create_index("ix_attendances_person_id", "attendances", ["person_id"])
    op.create_table(
        "secretaries",
        _id(),
        _to("forum_id", "forums", "CASCADE"),
        _to("person_id", "people", "CASCADE"),
        sa.UniqueConstraint("forum_id", "person_id", name="uq_secretaries_forum_id_person_id"),
    )
    op.create_index("ix_secretaries_person_id", "secretaries", ["person_id"])


def _resolutions() -> None:
    moments = ("reminded_before_at", "reminded_due_at", "asked_again_at", "reporters_asked_at", "climbed_at")
    op.create_table(
        "resolutions",
        _id(),
        _to("issue_id", "issues", "CASCADE"),
        _to("forum_id", "forums", "SET NULL", nullable=True),
        sa.Column("number", sa.Integer(), nullable=True),
        _text("kind", nullable=False),
        _text("text", nullable=False),
        _text("taker"),
        _to("taker_id", "people", "SET NULL", nullable=True),
        _to("organisation_id", "organisations", "SET NULL", nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        _text("state", nullable=False),
        _to("made_by", "people", "SET NULL", nullable=True),
        _moment("made_at", nullable=False),
        _moment("moved_at", nullable=False),
        *map(_moment, moments),
        sa.UniqueConstraint("forum_id", "number", name="uq_resolutions_forum_id_number"),
    )
    for name in ("issue_id", "taker_id"):
        op.create_index(f"ix_resolutions_{name}", "resolutions", [name])


def _what_became_of_them() -> None:
    op.create_table(
        "resolution_changes",
        _id(),
        _to("resolution_id", "resolutions", "CASCADE"),
        _text("state", nullable=False),
        _text("detail"),
        _text("message_id"),
        _to("by_id", "people", "SET NULL", nullable=True),
        _moment("at", nullable=False),
    )
    op.create_index("ix_resolution_changes_resolution_id", "resolution_changes", ["resolution_id"])
    op.create_table(
        "verdicts",
        _id(),
        _to("resolution_id", "resolutions", "CASCADE"),
        _to("person_id", "people", "CASCADE"),
        _text("answer", nullable=False),
        _moment("at", nullable=False),
        sa.UniqueConstraint("resolution_id", "person_id", name="uq_verdicts_resolution_id_person_id"),
    )
    op.create_index("ix_verdicts_person_id", "verdicts", ["person_id"])


def downgrade() -> None:
    raise NotImplementedError("what people said since then would be lost")
