"""Photos that the plant's own fields of a hazard ask for."""

import sqlalchemy as sa
from alembic import op

revision = "0058"
down_revision = "0057"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("hazards", sa.Column("extra_photos", sa.Text(), nullable=False, server_default="[]"))


def downgrade() -> None:
    op.drop_column("hazards", "extra_photos")
