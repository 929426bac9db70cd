"""Links to papers of a Forum."""

import sqlalchemy as sa
from alembic import op

from models.base import BigId

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    with op.batch_alter_table("links") as links:
        links.add_column(sa.Column("forum_id", BigId, nullable=True))
        links.add_column(sa.Column("region", sa.Text(), nullable=True))
        links.add_column(sa.Column("paper", sa.Text(), nullable=True))
        links.create_foreign_key("fk_links_forum_id", "forums", ["forum_id"], ["id"], ondelete="CASCADE")


def downgrade() -> None:
    with op.batch_alter_table("links") as links:
        links.drop_constraint("fk_links_forum_id", type_="foreignkey")
        for column in ("forum_id", "region", "paper"):
            links.drop_column(column)
