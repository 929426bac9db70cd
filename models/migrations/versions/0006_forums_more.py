"""The national Forum and its followers, delegates who replace one another, why a Forum was called off, the sheet."""

import sqlalchemy as sa
from alembic import op

from models.base import BigId, Moment

revision = "0006"
down_revision = "0005"

ADDED = (
    ("people", "follows_national", sa.Boolean()),
    ("forums", "cancelled_because", sa.Text()),
    ("rsvps", "sheet_asked_at", Moment()),
)


def upgrade() -> None:
    for table, name, kind in ADDED:
        op.add_column(table, sa.Column(name, kind, nullable=True))
    with op.batch_alter_table("codes") as codes:
        codes.add_column(sa.Column("replaces", BigId, nullable=True))
        codes.create_foreign_key("fk_codes_replaces", "roles", ["replaces"], ["id"], ondelete="SET NULL")


def downgrade() -> None:
    with op.batch_alter_table("codes") as codes:
        codes.drop_constraint("fk_codes_replaces", type_="foreignkey")
        codes.drop_column("replaces")
    for table, name, _ in ADDED:
        op.drop_column(table, name)
