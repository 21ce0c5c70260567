"""What the hub has noted of a sensor: the limit that it is beyond, whether it is heard, and since when its limits are
as they are."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

ADDED = {"beyond": "", "hearing": "never"}


def upgrade() -> None:
    for name in ("limits_since", "beyond_since", "hearing_since"):
        op.add_column("sensors", sa.Column(name, sa.Text(), nullable=True))
    for name, default in ADDED.items():
        op.add_column("sensors", sa.Column(name, sa.Text(), nullable=False, server_default=default))
