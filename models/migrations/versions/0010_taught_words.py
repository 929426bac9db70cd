"""Words that coordinators teach."""

import sqlalchemy as sa
from alembic import op

from models.base import BigId, Moment

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_table(
        "taught_words",
        sa.Column("id", BigId, primary_key=True),
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("taught_by", BigId, nullable=True),
        sa.Column("taught_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["taught_by"], ["people.id"], name="fk_taught_words_taught_by", ondelete="SET NULL"
        ),
        sa.UniqueConstraint("word", name="uq_taught_words_word"),
    )


def downgrade() -> None:
    op.drop_table("taught_words")
