"""Forums of every kind: situations and emergencies, the national one, halls, links and seats; who comes from where."""

import secrets

import sqlalchemy as sa
from alembic import op

from models.base import BigId

revision = "0003"
down_revision = "0002"

ADDED = (
    ("areas", sa.JSON(), "'[]'"),
    ("topic", sa.Text(), None),
    ("reason", sa.Text(), None),
    ("linked_halls", sa.JSON(), "'[]'"),
    ("online_url", sa.Text(), None),
    ("capacity", sa.Integer(), None),
    ("programme", sa.Text(), None),
    ("note", sa.Text(), None),
    ("called_by", BigId, None),
)


def upgrade() -> None:
    op.add_column("forum_rules", sa.Column("after_days", sa.Integer(), nullable=False, server_default="0"))
    for name, kind, default in ADDED:
        given = sa.text(default) if default else None
        column: sa.Column[object] = sa.Column(name, kind, nullable=default is None, server_default=given)
        op.add_column("forums", column)
    op.add_column("forums", sa.Column("token", sa.Text(), nullable=True))
    _give_tokens()
    with op.batch_alter_table("forums") as forums:
        forums.alter_column("token", existing_type=sa.Text(), nullable=False)
        forums.create_unique_constraint("uq_forums_token", ["token"])
        forums.drop_constraint("uq_forums_region_kind_month", type_="unique")
        forums.create_foreign_key("fk_forums_called_by", "people", ["called_by"], ["id"], ondelete="SET NULL")
    for name in ("sector", "sheet_name"):
        op.add_column("rsvps", sa.Column(name, sa.Text(), nullable=True))


def _give_tokens() -> None:
    forums = sa.table("forums", sa.column("id"), sa.column("token"))
    connection = op.get_bind()
    for number in connection.scalars(sa.select(forums.c.id)).all():
        token = secrets.token_urlsafe(9)
        connection.execute(sa.update(forums).where(forums.c.id == number).values(token=token))


def downgrade() -> None:
    for name in ("sheet_name", "sector"):
        op.drop_column("rsvps", name)
    with op.batch_alter_table("forums") as forums:
        forums.drop_constraint("fk_forums_called_by", type_="foreignkey")
        forums.create_unique_constraint("uq_forums_region_kind_month", ["region", "kind", "month"])
        forums.drop_constraint("uq_forums_token", type_="unique")
        forums.drop_column("token")
        for name, _, _ in reversed(ADDED):
            forums.drop_column(name)
    op.drop_column("forum_rules", "after_days")
