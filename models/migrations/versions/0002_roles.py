"""Deputies, codes that bring somebody into a role, and the telephone of those who answer for a place."""

import sqlalchemy as sa
from alembic import op

from models.base import BigId, Moment

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("people", sa.Column("phone", sa.Text(), nullable=True))
    with op.batch_alter_table("roles") as roles:
        roles.add_column(sa.Column("deputy_id", BigId, nullable=True))
        roles.add_column(sa.Column("deputy_until", Moment(), nullable=True))
        roles.create_foreign_key("fk_roles_deputy_id", "people", ["deputy_id"], ["id"], ondelete="SET NULL")
        roles.create_index("ix_roles_deputy_id", ["deputy_id"])
    _codes()
    _wrong_codes()


def _codes() -> None:
    op.create_table(
        "codes",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("deputy_of", BigId, nullable=True),
        sa.Column("deputy_until", Moment(), nullable=True),
        sa.Column("given_by", BigId, nullable=True),
        sa.Column("good_until", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["deputy_of"], ["roles.id"], name="fk_codes_deputy_of", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["given_by"], ["people.id"], name="fk_codes_given_by", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_codes"),
        sa.UniqueConstraint("code", name="uq_codes_code"),
    )


def _wrong_codes() -> None:
    op.create_table(
        "wrong_codes",
        sa.Column("id", BigId, autoincrement=True, nullable=False),
        sa.Column("person_id", BigId, nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_wrong_codes_person_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_wrong_codes"),
    )
    op.create_index("ix_wrong_codes_person_id", "wrong_codes", ["person_id"], unique=False)


def downgrade() -> None:
    op.drop_table("wrong_codes")
    op.drop_table("codes")
    with op.batch_alter_table("roles") as roles:
        roles.drop_index("ix_roles_deputy_id")
        roles.drop_constraint("fk_roles_deputy_id", type_="foreignkey")
        roles.drop_column("deputy_until")
        roles.drop_column("deputy_id")
    op.drop_column("people", "phone")
