"""Rounds with an order and shifts, what excused an inspection, how fast people walk; dispatch by class, equipment and
shift; the equipment that a hazard is about."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

WALKING = {"walk_pace": "1.2", "walk_limit": "3.0"}


def upgrade() -> None:
    for name in ("shifts", "order"):
        op.add_column("inspection_plans", sa.Column(name, sa.Text(), nullable=False, server_default="[]"))
    op.add_column("inspections", sa.Column("excused", sa.Text(), nullable=False, server_default=""))
    op.create_index("ix_inspections_round", "inspections", ["plan", "due_at"])
    for name in ("zone_class", "type", "shift", "retired_at"):
        op.add_column("routes", sa.Column(name, sa.Text(), nullable=True))
    op.add_column("hazards", sa.Column("equipment", sa.Text(), nullable=True))
    for name, default in WALKING.items():
        op.add_column("plants", sa.Column(name, sa.Float(), nullable=False, server_default=default))
