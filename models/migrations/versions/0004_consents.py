"""Each consent apart, with its wording and its moment; whoever had agreed keeps what that answer covered."""

import sqlalchemy as sa
from alembic import op

from models.base import BigId, Moment

revision = "0004"
down_revision = "0003"
FIRST_WORDING = "2569-08"  # one answer covered keeping and invitations


def upgrade() -> None:
    op.add_column("people", sa.Column("photos", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_table(
        "consents",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("person_id", BigId, nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_consents_person_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_consents"),
    )
    op.create_index("ix_consents_person_id", "consents", ["person_id", "what", "id"], unique=False)
    op.create_index("ix_consents_answer", "consents", ["answer", "at"], unique=False)
    with op.batch_alter_table("people") as people:
        people.alter_column("invitations", existing_type=sa.Boolean(), nullable=True)
    op.execute("UPDATE people SET invitations = NULL WHERE keeping IN ('unasked', 'asked')")
    _carry_over("keeping", "keeping IN ('asked', 'yes', 'no')", "keeping")
    _carry_over("invitations", "keeping = 'yes'", "CASE WHEN invitations THEN 'yes' ELSE 'no' END")


def _carry_over(what: str, whom: str, answer: str) -> None:
    columns = "person_id, what, answer, wording, at"
    told = f"SELECT id, '{what}', {answer}, '{FIRST_WORDING}', coalesce(keeping_at, met_at) FROM people"
    op.execute(f"INSERT INTO consents ({columns}) {told} WHERE {whom}")


def downgrade() -> None:
    op.drop_table("consents")
    op.execute(sa.text("UPDATE people SET invitations = :no WHERE invitations IS NULL").bindparams(no=False))
    with op.batch_alter_table("people") as people:
        people.alter_column("invitations", existing_type=sa.Boolean(), nullable=False)
    op.drop_column("people", "photos")
