"""Links to photos and voices."""

import sqlalchemy as sa
from alembic import op

from models.base import BigId, Moment

revision = "0008"
down_revision = "0007"


def _to(table: str) -> sa.ForeignKeyConstraint:
    column = {"people": "person_id", "reports": "report_id", "questions": "question_id"}[table]
    return sa.ForeignKeyConstraint([column], [f"{table}.id"], name=f"fk_links_{column}", ondelete="CASCADE")


def upgrade() -> None:
    op.create_table(
        "links",
        sa.Column("id", BigId, primary_key=True),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("person_id", BigId, nullable=False),
        sa.Column("report_id", BigId, nullable=True),
        sa.Column("question_id", BigId, nullable=True),
        sa.Column("good_until", Moment(), nullable=False),
        _to("people"),
        _to("reports"),
        _to("questions"),
        sa.UniqueConstraint("token", name="uq_links_token"),
    )
    op.create_index("ix_links_person_id", "links", ["person_id"])


def downgrade() -> None:
    op.drop_table("links")
