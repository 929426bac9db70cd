"""Groups: who tied them to an area, how many are in them, what is asked and announced there."""

import sqlalchemy as sa
from alembic import op

from models.base import BigId, Moment

revision = "0007"
down_revision = "0006"

ADDED = (
    ("tied_at", Moment()),
    ("members", sa.Integer()),
    ("asked", sa.Text()),
    ("wrong_code_at", Moment()),
)


def upgrade() -> None:
    with op.batch_alter_table("groups") as groups:
        for name, kind in ADDED:
            groups.add_column(sa.Column(name, kind, nullable=True))
        groups.add_column(sa.Column("wrong_codes", sa.Integer(), nullable=False, server_default="0"))
        groups.add_column(sa.Column("tied_by", BigId, nullable=True))
        groups.create_foreign_key("fk_groups_tied_by", "people", ["tied_by"], ["id"], ondelete="SET NULL")
    op.create_table(
        "announcements",
        sa.Column("id", BigId, primary_key=True, autoincrement=True),
        sa.Column("forum_id", BigId, nullable=False),
        sa.Column("group_id", BigId, nullable=False),
        sa.ForeignKeyConstraint(
            ["forum_id"], ["forums.id"], name="fk_announcements_forum_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name="fk_announcements_group_id", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("forum_id", "group_id", name="uq_announcements_forum_id_group_id"),
    )
    op.add_column("outbox", sa.Column("heads", sa.Integer(), nullable=True))


def downgrade() -> None:
    op.drop_column("outbox", "heads")
    op.drop_table("announcements")
    with op.batch_alter_table("groups") as groups:
        groups.drop_constraint("fk_groups_tied_by", type_="foreignkey")
        for name in ("tied_by", "wrong_codes", *(name for name, _ in ADDED)):
            groups.drop_column(name)
