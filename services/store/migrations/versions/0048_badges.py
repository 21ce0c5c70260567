"""Badges of contractors' people with their photos; when work under a permit was stopped."""

import sqlalchemy as sa
from alembic import op

revision = "0048"
down_revision = "0047"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("contractor_people", sa.Column("photo", sa.Text()))
    op.add_column("contractor_people", sa.Column("badge", sa.Text(), nullable=False, server_default=""))
    op.add_column("permits", sa.Column("stopped_at", sa.Text()))


def downgrade() -> None:
    op.drop_column("permits", "stopped_at")
    op.drop_column("contractor_people", "badge")
    op.drop_column("contractor_people", "photo")
