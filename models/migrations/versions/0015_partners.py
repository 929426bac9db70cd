"""For whom a report was brought, whom a code makes a partner of, and what photos a partner is shown."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from models.base import BigId

revision = "0015"
down_revision = "0014"

SPOKEN_FOR = (("for_name", sa.Text()), ("for_people", sa.Integer()), ("consent_said", sa.Boolean()))


def upgrade() -> None:
    for name, kind in SPOKEN_FOR:
        op.add_column("reports", sa.Column(name, kind, nullable=True))
    for table in ("codes", "links"):
        with op.batch_alter_table(table) as changed:
            changed.add_column(sa.Column("organisation_id", BigId, nullable=True))
            changed.create_foreign_key(
                f"fk_{table}_organisation_id",
                "organisations",
                ["organisation_id"],
                ["id"],
                ondelete="CASCADE",
            )
    _keep_ids_to_one()
    op.create_index("ix_memberships_organisation_id", "memberships", ["organisation_id"])
    op.create_index("ix_organisations_scope", "organisations", ["scope"])
    op.create_index("ix_resolutions_organisation_id", "resolutions", ["organisation_id"])


def _keep_ids_to_one() -> None:
    """Buttons hold the id of an organisation: on SQLite it is not given again after one was taken out."""
    if op.get_bind().dialect.name == "sqlite":
        anew: dict[str, Any] = {"recreate": "always", "table_kwargs": {"sqlite_autoincrement": True}}
        with op.batch_alter_table("organisations", **anew):
            pass


def downgrade() -> None:
    op.drop_index("ix_resolutions_organisation_id", "resolutions")
    op.drop_index("ix_organisations_scope", "organisations")
    op.drop_index("ix_memberships_organisation_id", "memberships")
    for table in ("links", "codes"):
        with op.batch_alter_table(table) as changed:
            changed.drop_constraint(f"fk_{table}_organisation_id", type_="foreignkey")
            changed.drop_column("organisation_id")
    for name, _ in reversed(SPOKEN_FOR):
        op.drop_column("reports", name)
