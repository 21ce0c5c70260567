"""Where a floor is on the earth and on which site; what to do in a zone when something happens, and whom to call."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ADDED = {
    "floors": {"site": "", "datum": "wgs84", "control_points": "[]"},
    "zones": {"emergency": "", "phone": ""},
}


def upgrade() -> None:
    for table, columns in ADDED.items():
        for name, default in columns.items():
            op.add_column(table, sa.Column(name, sa.Text(), nullable=False, server_default=default))
