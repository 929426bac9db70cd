"""At the door and the morning after: figures of one Forum only, posters, and how people found it."""

import sqlalchemy as sa
from alembic import op

from models.base import BigId, Moment

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.drop_index("ix_forums_check_in", "forums")
    op.create_index("ix_forums_check_in", "forums", ["check_in"], unique=True)
    op.add_column("forums", sa.Column("surveyed_at", Moment(), nullable=True))
    with op.batch_alter_table("attendances") as attendances:
        attendances.drop_constraint("uq_attendances_forum_id_name", type_="unique")
        attendances.create_unique_constraint(
            "uq_attendances_forum_id_place_name", ["forum_id", "place", "name"]
        )
    _posters()
    _survey()


def _posters() -> None:
    op.create_table(
        "posters",
        sa.Column("id", BigId, primary_key=True),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("person_id", BigId, nullable=False),
        sa.Column("forum_id", BigId, nullable=False),
        sa.Column("good_until", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_posters_person_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["forum_id"], ["forums.id"], name="fk_posters_forum_id", ondelete="CASCADE"),
        sa.UniqueConstraint("token", name="uq_posters_token"),
    )
    op.create_index("ix_posters_person_id", "posters", ["person_id"])


def _survey() -> None:
    op.create_table(
        "forum_survey",
        sa.Column("id", BigId, primary_key=True),
        sa.Column("forum_id", BigId, nullable=False),
        sa.Column("person_id", BigId, nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["forum_id"], ["forums.id"], name="fk_forum_survey_forum_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_forum_survey_person_id", ondelete="CASCADE"
        ),
        sa.UniqueConstraint(
            "forum_id", "person_id", "question", name="uq_forum_survey_forum_id_person_id_question"
        ),
    )
    op.create_index("ix_forum_survey_person_id", "forum_survey", ["person_id"])


def downgrade() -> None:
    raise NotImplementedError("what people answered since then would be lost")
