"""When a sensor was calibrated, and by when it is to be again."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("sensors", sa.Column("calibrated_on", sa.Text()))
    op.add_column("sensors", sa.Column("calibration_due", sa.Text()))


def downgrade() -> None:
    op.drop_column("sensors", "calibration_due")
    op.drop_column("sensors", "calibrated_on")
