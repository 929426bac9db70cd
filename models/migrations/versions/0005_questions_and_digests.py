"""Questions to whoever answers for a place, the digest of a day, and the numbers of lists that were shown."""

import sqlalchemy as sa
from alembic import op

from models.base import BigId, Moment

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    _questions()
    _question_parts()
    _digests()
    _listings()


def _questions() -> None:
    op.create_table(
        "questions",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("person_id", BigId, nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=True),
        sa.Column("follows", BigId, nullable=True),
        sa.Column("draft_id", sa.Integer(), nullable=True),
        sa.Column("asked_at", Moment(), nullable=False),
        sa.Column("moves_at", Moment(), nullable=False),
        sa.Column("answered_by", BigId, nullable=True),
        sa.Column("answered_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_questions_person_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["follows"], ["questions.id"], name="fk_questions_follows", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["answered_by"], ["people.id"], name="fk_questions_answered_by", ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_questions"),
        sa.UniqueConstraint("draft_id", name="uq_questions_draft_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_questions_person_id", "questions", ["person_id"], unique=False)
    op.create_index("ix_questions_state", "questions", ["state", "moves_at"], unique=False)


def _question_parts() -> None:
    op.create_table(
        "question_parts",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("question_id", BigId, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["question_id"], ["questions.id"], name="fk_question_parts_question_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_question_parts"),
    )
    op.create_index("ix_question_parts_question_id", "question_parts", ["question_id"], unique=False)
    op.create_index("ix_question_parts_message_id", "question_parts", ["message_id"], unique=False)


def _digests() -> None:
    op.create_table(
        "digests",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("person_id", BigId, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_digests_person_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_digests"),
        sa.UniqueConstraint("person_id", "day", name="uq_digests_person_id_day"),
    )


def _listings() -> None:
    op.create_table(
        "listings",
        sa.Column("person_id", BigId, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("items", sa.JSON(), nullable=False),
        sa.Column("shown_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_listings_person_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", "kind", name="pk_listings"),
    )


def downgrade() -> None:
    for table in ("listings", "digests", "question_parts", "questions"):
        op.drop_table(table)
