"""Emergency plans; drills with their marks, people, findings and evaluation."""

import sqlalchemy as sa
from alembic import op

revision = "0047"
down_revision = "0046"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "emergency_plans",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("plan_kind", sa.Text(), nullable=False),
        sa.Column("scenario", sa.Text(), nullable=False),
        sa.Column("zones", sa.Text(), nullable=False),
        sa.Column("steps", sa.Text(), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("calls", sa.Text(), nullable=False),
        sa.Column("assembly", sa.Text(), nullable=False),
        sa.Column("equipment", sa.Text(), nullable=False),
        sa.Column("reviewed_on", sa.Text()),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("revised_at", sa.Text(), nullable=False),
        sa.Column("revised_by", sa.Text()),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("retired_at", sa.Text()),
    )
    op.create_index("ix_emergency_plans_name", "emergency_plans", ["name"])
    op.create_table(
        "drills",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("manner", sa.Text(), nullable=False),
        sa.Column("planned_at", sa.Text(), nullable=False),
        sa.Column("steps", sa.Text(), nullable=False),
        sa.Column("number", sa.Text()),
        sa.Column("plan", sa.Text()),
        sa.Column("zones", sa.Text(), nullable=False),
        sa.Column("leader", sa.Text()),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("planned_by", sa.Text()),
        sa.Column("mac", sa.Text()),
        sa.Column("begun_at", sa.Text()),
        sa.Column("ended_at", sa.Text()),
        sa.Column("cancelled_at", sa.Text()),
        sa.Column("items", sa.Text(), nullable=False),
        sa.Column("scores", sa.Text(), nullable=False),
        sa.Column("score", sa.Integer()),
        sa.Column("conclusion", sa.Text(), nullable=False),
        sa.Column("evaluated_at", sa.Text()),
        sa.Column("evaluated_by", sa.Text()),
    )
    op.create_index("ix_drills_plan", "drills", ["plan"])
    op.create_table(
        "drill_marks",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("drill", sa.Text(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text()),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("photos", sa.Text(), nullable=False),
    )
    op.create_index("ix_drill_marks_drill", "drill_marks", ["drill"])
    op.create_table(
        "drill_joinings",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("drill", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text()),
    )
    op.create_index("ix_drill_joinings_drill", "drill_joinings", ["drill"])
    op.create_index("ix_drill_joinings_person", "drill_joinings", ["person"])
    op.create_table(
        "drill_findings",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("drill", sa.Text(), nullable=False),
        sa.Column("hazard", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text()),
    )
    op.create_index("ix_drill_findings_drill", "drill_findings", ["drill"])
    op.create_index("ix_drill_findings_hazard", "drill_findings", ["hazard"])
    op.create_table(
        "drill_forms",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("items", sa.Text(), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("drill_forms")
    op.drop_table("drill_findings")
    op.drop_table("drill_joinings")
    op.drop_table("drill_marks")
    op.drop_table("drills")
    op.drop_table("emergency_plans")
