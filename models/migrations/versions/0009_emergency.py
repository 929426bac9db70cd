"""Emergency calls: a lane of their own before notices, what people need, when the caller was told who answered."""

import sqlalchemy as sa
from alembic import op

from models.base import Moment

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.execute("UPDATE outbox SET lane = lane + 1 WHERE lane >= 2")
    op.add_column("rsvps", sa.Column("need", sa.Text(), nullable=True))
    op.add_column("forums", sa.Column("roll_called_at", Moment(), nullable=True))


def downgrade() -> None:
    op.drop_column("forums", "roll_called_at")
    op.drop_column("rsvps", "need")
    op.execute("UPDATE outbox SET lane = lane - 1 WHERE lane > 2")
