"""First reports of incidents, their investigation, and the codes of accident types."""

import sqlalchemy as sa
from alembic import op

revision = "0050"
down_revision = "0049"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("incidents", sa.Column("number", sa.Text()))
    op.add_column("incidents", sa.Column("place", sa.Text(), nullable=False, server_default=""))
    op.add_column("incidents", sa.Column("photos", sa.Text(), nullable=False, server_default="[]"))
    op.add_column("incidents", sa.Column("to_classify", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("hazards", sa.Column("incident", sa.Text()))
    op.create_index("ix_hazards_incident", "hazards", ["incident"])
    op.create_table(
        "investigations",
        sa.Column("id", sa.Text(), primary_key=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("incident", "leader", "opened_at")),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("whys", "causes", "conclusion", "lesson")),
        *(sa.Column(name, sa.Text()) for name in ("opened_by", "concluded_at", "concluded_by")),
    )
    op.create_index("ix_investigations_incident", "investigations", ["incident"])
    op.create_table(
        "accident_editions",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("edition", sa.Text(), nullable=False),
        sa.Column("since", sa.Text()),
        sa.Column("certain", sa.Boolean(), nullable=False),
        sa.Column("codes", sa.Text(), nullable=False),
    )
    op.create_index("ix_accident_editions_edition", "accident_editions", ["edition"])


def downgrade() -> None:
    op.drop_table("accident_editions")
    op.drop_table("investigations")
    op.drop_index("ix_hazards_incident", "hazards")
    op.drop_column("hazards", "incident")
    for name in ("to_classify", "photos", "place", "number"):
        op.drop_column("incidents", name)
