"""Troubles of the whole nation: where they come from, what the regions say of them, and the answer to each."""

import sqlalchemy as sa
from alembic import op

from models.base import BigId, Moment

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.add_column("issues", sa.Column("origin", sa.Text(), nullable=True))
    op.create_table(
        "regions_asked",
        *_of_a_region(),
        _to("by_id", "people", "SET NULL", nullable=True),
        sa.Column("asked_at", Moment(), nullable=False),
        sa.Column("reminded_at", Moment(), nullable=True),
        sa.UniqueConstraint("issue_id", "region", name="uq_regions_asked_issue_id_region"),
    )
    op.create_table(
        "regions_said",
        *_of_a_region(),
        sa.Column("text", sa.Text(), nullable=True),
        _to("by_id", "people", "SET NULL", nullable=True),
        sa.Column("at", Moment(), nullable=False),
    )
    op.create_index("ix_regions_said_issue_id", "regions_said", ["issue_id"])
    op.create_table(
        "regional_answers",
        *_of_a_region(),
        _to("forum_id", "forums", "SET NULL", nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        _to("by_id", "people", "SET NULL", nullable=True),
        sa.Column("made_at", Moment(), nullable=False),
        sa.Column("sent_at", Moment(), nullable=True),
        sa.UniqueConstraint("issue_id", "region", name="uq_regional_answers_issue_id_region"),
        sqlite_autoincrement=True,
    )
    _situations()


def _situations() -> None:
    op.create_table(
        "situations",
        sa.Column("id", BigId, primary_key=True),
        _to("issue_id", "issues", "CASCADE"),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("link", sa.Text(), nullable=True),
        sa.Column("topics", sa.JSON(), nullable=False),
        sa.Column("regions", sa.JSON(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        _to("made_by", "people", "SET NULL", nullable=True),
        sa.Column("made_at", Moment(), nullable=False),
        sa.UniqueConstraint("issue_id", name="uq_situations_issue_id"),
    )


def _of_a_region() -> tuple[sa.Column[object], ...]:
    region: sa.Column[object] = sa.Column("region", sa.Text(), nullable=False)
    return sa.Column("id", BigId, primary_key=True), _to("issue_id", "issues", "CASCADE"), region


def _to(name: str, table: str, gone: str, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, BigId, sa.ForeignKey(f"{table}.id", ondelete=gone), nullable=nullable)


def downgrade() -> None:
    raise NotImplementedError("what people said since then would be lost")
