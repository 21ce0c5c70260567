"""Who may do what as a plant has set it; roles that two people give, or that are borrowed in an emergency."""

import sqlalchemy as sa
from alembic import op

revision = "0057"
down_revision = "0056"
branch_labels = None
depends_on = None


def texts(*names: str, null: bool = False) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=null) for name in names]


def upgrade() -> None:
    op.create_table("permissions", sa.Column("id", sa.Text(), primary_key=True), *texts("kind", "roles"))
    op.create_index("ix_permissions_kind", "permissions", ["kind"])
    op.create_table(
        "grant_policies",
        sa.Column("id", sa.Text(), primary_key=True),
        *(sa.Column(name, sa.Float(), nullable=False) for name in ("wait_hours", "emergency_hours")),
    )
    op.create_table(
        "grants",
        sa.Column("id", sa.Text(), primary_key=True),
        *texts("person", "roles", "reason", "asked_by", "asked_at", "ends_at"),
        *texts("decided_by", "decided_at", null=True),
        sa.Column("agreed", sa.Boolean(), nullable=False),
        sa.CheckConstraint("asked_by <> person", name="ck_grants_asked"),
        sa.CheckConstraint(
            "agreed = false OR (decided_by IS NOT NULL AND decided_by <> asked_by AND decided_by <> person)",
            name="ck_grants_agreed",
        ),
    )
    op.create_index("ix_grants_person", "grants", ["person"])
    op.create_table(
        "emergency_grants",
        sa.Column("id", sa.Text(), primary_key=True),
        *texts("person", "roles", "reason", "given_by", "given_at", "ends_at"),
        *texts("ended_at", "ended_by", null=True),
        sa.CheckConstraint("given_by <> person", name="ck_emergency_grants_given"),
    )
    op.create_index("ix_emergency_grants_person", "emergency_grants", ["person"])


def downgrade() -> None:
    for table in ("emergency_grants", "grants", "grant_policies", "permissions"):
        op.drop_table(table)
