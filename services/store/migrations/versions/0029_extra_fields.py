"""Extra fields of hazards and inspections, and how far off its zone a phone was that told of one."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("checklists", sa.Column("purpose", sa.Text(), nullable=False, server_default="check"))
    for table in ("hazards", "inspections"):
        op.add_column(table, sa.Column("extra", sa.Text(), nullable=False, server_default="[]"))
        op.add_column(table, sa.Column("extra_form", sa.Text()))
        op.add_column(table, sa.Column("off_m", sa.Float()))


def downgrade() -> None:
    for table in ("inspections", "hazards"):
        for column in ("off_m", "extra_form", "extra"):
            op.drop_column(table, column)
    op.drop_column("checklists", "purpose")
