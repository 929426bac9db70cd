"""The first tables: post, people, reports, Forums."""

import sqlalchemy as sa
from alembic import op

from models.base import BigId, Moment

revision = "0001"
down_revision = None


def _counters() -> None:
    op.create_table(
        "counters",
        sa.Column("prefix", sa.Text(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("prefix", name="pk_counters"),
    )


def _facts() -> None:
    op.create_table(
        "facts",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("read_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_facts"),
    )


def _fires() -> None:
    op.create_table(
        "fires",
        sa.Column("job", sa.Text(), nullable=False),
        sa.Column("rang_for", Moment(), nullable=False),
        sa.Column("rang_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("job", "rang_for", name="pk_fires"),
    )


def _forum_rules() -> None:
    op.create_table(
        "forum_rules",
        sa.Column("region", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("hour", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("region", name="pk_forum_rules"),
    )


def _forums() -> None:
    op.create_table(
        "forums",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("region", sa.Text(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("invite_at", Moment(), nullable=False),
        sa.Column("invited_at", Moment(), nullable=True),
        sa.Column("place_asked_at", Moment(), nullable=True),
        sa.Column("reminded_day_before_at", Moment(), nullable=True),
        sa.Column("reminded_last_at", Moment(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_forums"),
        sa.UniqueConstraint("number", name="uq_forums_number"),
        sa.UniqueConstraint("region", "kind", "month", name="uq_forums_region_kind_month"),
    )
    op.create_index("ix_forums_region", "forums", ["region"], unique=False)


def _groups() -> None:
    op.create_table(
        "groups",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("line_id", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("greeted_at", Moment(), nullable=True),
        sa.Column("left_at", Moment(), nullable=True),
        sa.Column("met_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_groups"),
        sa.UniqueConstraint("line_id", name="uq_groups_line_id"),
    )


def _inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("chat", sa.Text(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=True),
        sa.Column("received_at", Moment(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("done_at", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_inbox"),
        sa.UniqueConstraint("event_id", name="uq_inbox_event_id"),
    )
    op.create_index("ix_inbox_chat_state", "inbox", ["chat", "state", "id"], unique=False)
    op.create_index("ix_inbox_message_id", "inbox", ["message_id"], unique=False)
    op.create_index("ix_inbox_state_id", "inbox", ["state", "id"], unique=False)


def _media() -> None:
    op.create_table(
        "media",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("chat", sa.Text(), nullable=False),
        sa.Column("mime", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("kept_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_media"),
        sa.UniqueConstraint("message_id", name="uq_media_message_id"),
    )
    op.create_index("ix_media_chat", "media", ["chat"], unique=False)


def _offers() -> None:
    op.create_table(
        "offers",
        sa.Column("chat", sa.Text(), nullable=False),
        sa.Column("taps", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("chat", name="pk_offers"),
    )


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("lane", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("chat", sa.Text(), nullable=True),
        sa.Column("recipients", sa.JSON(), nullable=False),
        sa.Column("messages", sa.JSON(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("reply_token", sa.Text(), nullable=True),
        sa.Column("reply_until", Moment(), nullable=True),
        sa.Column("retry_key", sa.Text(), nullable=False),
        sa.Column("idempotency_key", sa.Text(), nullable=True),
        sa.Column("forum_id", sa.Integer(), nullable=True),
        sa.Column("burst", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("due_at", Moment(), nullable=False),
        sa.Column("until", Moment(), nullable=True),
        sa.Column("leased_until", Moment(), nullable=True),
        sa.Column("retry_at", Moment(), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("first_tried_at", Moment(), nullable=True),
        sa.Column("unsure", sa.Boolean(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("sent_at", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.UniqueConstraint("idempotency_key", name="uq_outbox_idempotency_key"),
        sa.UniqueConstraint("retry_key", name="uq_outbox_retry_key"),
    )
    op.create_index("ix_outbox_chat_state", "outbox", ["chat", "state"], unique=False)
    op.create_index("ix_outbox_forum_id", "outbox", ["forum_id"], unique=False)
    op.create_index("ix_outbox_state_lane", "outbox", ["state", "lane", "id"], unique=False)


def _people() -> None:
    op.create_table(
        "people",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("line_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("province", sa.Text(), nullable=True),
        sa.Column("moved_in_at", Moment(), nullable=True),
        sa.Column("keeping", sa.Text(), nullable=False),
        sa.Column("keeping_at", Moment(), nullable=True),
        sa.Column("invitations", sa.Boolean(), nullable=False),
        sa.Column("blocked_at", Moment(), nullable=True),
        sa.Column("met_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
        sa.UniqueConstraint("line_id", name="uq_people_line_id"),
    )
    op.create_index("ix_people_keeping", "people", ["keeping", "keeping_at"], unique=False)
    op.create_index("ix_people_province", "people", ["province"], unique=False)


def _turns() -> None:
    op.create_table(
        "turns",
        sa.Column("chat", sa.Text(), nullable=False),
        sa.Column("leased_until", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("chat", name="pk_turns"),
    )


def _drafts() -> None:
    op.create_table(
        "drafts",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("person_id", BigId, nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("asked", sa.Text(), nullable=True),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("touched_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_drafts_person_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_drafts"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_drafts_person_id", "drafts", ["person_id"], unique=False)


def _late_invitations() -> None:
    op.create_table(
        "late_invitations",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("forum_id", BigId, nullable=False),
        sa.Column("person_id", BigId, nullable=False),
        sa.ForeignKeyConstraint(
            ["forum_id"], ["forums.id"], name="fk_late_invitations_forum_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_late_invitations_person_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_late_invitations"),
        sa.UniqueConstraint("forum_id", "person_id", name="uq_late_invitations_forum_id_person_id"),
    )


def _reports() -> None:
    op.create_table(
        "reports",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("person_id", BigId, nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("province", sa.Text(), nullable=True),
        sa.Column("moo", sa.Integer(), nullable=True),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("danger", sa.Boolean(), nullable=False),
        sa.Column("urgency", sa.Text(), nullable=False),
        sa.Column("trapped", sa.Text(), nullable=True),
        sa.Column("wish", sa.Text(), nullable=True),
        sa.Column("draft_id", sa.Integer(), nullable=True),
        sa.Column("filed_at", Moment(), nullable=False),
        sa.Column("touched_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_reports_person_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_reports"),
        sa.UniqueConstraint("draft_id", name="uq_reports_draft_id"),
        sa.UniqueConstraint("number", name="uq_reports_number"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_reports_filed", "reports", ["filed_at"], unique=False)
    op.create_index("ix_reports_person_id", "reports", ["person_id"], unique=False)
    op.create_index("ix_reports_province", "reports", ["province"], unique=False)


def _roles() -> None:
    op.create_table(
        "roles",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("person_id", BigId, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_roles_person_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_roles"),
        sa.UniqueConstraint("person_id", "role", "scope", name="uq_roles_person_id_role_scope"),
    )
    op.create_index("ix_roles_person_id", "roles", ["person_id"], unique=False)
    op.create_index("ix_roles_scope", "roles", ["scope"], unique=False)


def _rsvps() -> None:
    op.create_table(
        "rsvps",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("forum_id", BigId, nullable=False),
        sa.Column("person_id", BigId, nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("answered_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["forum_id"], ["forums.id"], name="fk_rsvps_forum_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_rsvps_person_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_rsvps"),
        sa.UniqueConstraint("forum_id", "person_id", name="uq_rsvps_forum_id_person_id"),
    )
    op.create_index("ix_rsvps_person_id", "rsvps", ["person_id"], unique=False)


def _report_parts() -> None:
    op.create_table(
        "report_parts",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("report_id", BigId, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("added_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"], ["reports.id"], name="fk_report_parts_report_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_report_parts"),
    )
    op.create_index("ix_report_parts_message_id", "report_parts", ["message_id"], unique=False)
    op.create_index("ix_report_parts_report_id", "report_parts", ["report_id"], unique=False)


def _report_states() -> None:
    op.create_table(
        "report_states",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("report_id", BigId, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"], ["reports.id"], name="fk_report_states_report_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_report_states"),
    )
    op.create_index("ix_report_states_report_id", "report_states", ["report_id"], unique=False)


def _report_topics() -> None:
    op.create_table(
        "report_topics",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("report_id", BigId, nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("because", sa.JSON(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"], ["reports.id"], name="fk_report_topics_report_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_report_topics"),
        sa.UniqueConstraint(
            "report_id", "topic", "kind", "by", name="uq_report_topics_report_id_topic_kind_by"
        ),
    )
    op.create_index("ix_report_topics_report_id", "report_topics", ["report_id"], unique=False)


def upgrade() -> None:
    _counters()
    _facts()
    _fires()
    _forum_rules()
    _forums()
    _groups()
    _inbox()
    _media()
    _offers()
    _outbox()
    _people()
    _turns()
    _drafts()
    _late_invitations()
    _reports()
    _roles()
    _rsvps()
    _report_parts()
    _report_states()
    _report_topics()


def downgrade() -> None:
    op.drop_table("report_topics")
    op.drop_table("report_states")
    op.drop_table("report_parts")
    op.drop_table("rsvps")
    op.drop_table("roles")
    op.drop_table("reports")
    op.drop_table("late_invitations")
    op.drop_table("drafts")
    op.drop_table("turns")
    op.drop_table("people")
    op.drop_table("outbox")
    op.drop_table("offers")
    op.drop_table("media")
    op.drop_table("inbox")
    op.drop_table("groups")
    op.drop_table("forums")
    op.drop_table("forum_rules")
    op.drop_table("fires")
    op.drop_table("facts")
    op.drop_table("counters")
