"""Groups: who tied them to an area, and how many are in them."""

import sqlalchemy as sa
from alembic import op

from models.base import BigId, Moment

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    with op.batch_alter_table("groups") as groups:
        groups.add_column(sa.Column("tied_at", Moment(), nullable=True))
        groups.add_column(sa.Column("members", sa.Integer(), nullable=True))
        groups.add_column(sa.Column("tied_by", BigId, nullable=True))
        groups.create_foreign_key("fk_groups_tied_by", "people", ["tied_by"], ["id"], ondelete="SET NULL")


def downgrade() -> None:
    with op.batch_alter_table("groups") as groups:
        groups.drop_constraint("fk_groups_tied_by", type_="foreignkey")
        for name in ("tied_by", "members", "tied_at"):
            groups.drop_column(name)
