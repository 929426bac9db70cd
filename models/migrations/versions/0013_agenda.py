"""Items that were proposed, what kind of message was left for a Forum, and links to one voice of these."""

import sqlalchemy as sa
from alembic import op

from models.base import Moment

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.add_column("agenda_items", sa.Column("proposed_at", Moment(), nullable=True))
    op.add_column("entrusted", sa.Column("kind", sa.Text(), nullable=False, server_default="words"))
    op.add_column("links", sa.Column("message_id", sa.Text(), nullable=True))
