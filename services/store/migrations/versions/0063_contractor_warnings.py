"""Of which ends of papers, inductions and permits people have been told; versions of forms."""

import sqlalchemy as sa
from alembic import op

revision = "0063"
down_revision = "0062"
branch_labels = None
depends_on = None
VERSIONS = (("permit_forms", "version"), ("drill_forms", "version"), ("permits", "form_version"))


def upgrade() -> None:
    for table in ("contractor_papers", "contractor_people"):
        op.add_column(table, sa.Column("warned", sa.Text(), nullable=False, server_default="[]"))
    op.add_column("permits", sa.Column("warned_for", sa.Text()))
    for table, name in VERSIONS:
        op.add_column(table, sa.Column(name, sa.Integer(), nullable=False, server_default="1"))
    op.add_column("contractor_policies", sa.Column("permit_minutes", sa.Integer(), nullable=False, server_default="60"))


def downgrade() -> None:
    op.drop_column("contractor_policies", "permit_minutes")
    for table, name in VERSIONS:
        op.drop_column(table, name)
    op.drop_column("permits", "warned_for")
    for table in ("contractor_people", "contractor_papers"):
        op.drop_column(table, "warned")
