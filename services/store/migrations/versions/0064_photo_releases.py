"""Photos that may go to outsiders."""

import sqlalchemy as sa
from alembic import op

revision = "0064"
down_revision = "0063"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "photo_releases",
        sa.Column("id", sa.Text(), primary_key=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("hazard", "photos", "at")),
        *(sa.Column(name, sa.Text()) for name in ("by", "withdrawn_at")),
    )
    op.create_index("ix_photo_releases_hazard", "photo_releases", ["hazard"])


def downgrade() -> None:
    op.drop_table("photo_releases")
