"""Contractors with their people and papers, and work permits with their forms."""

import sqlalchemy as sa
from alembic import op

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None

# By table: texts that are always there, texts that may be missing, whole numbers, and what is looked up by.
TABLES: dict[str, tuple[str, str, str, str]] = {
    "contractors": ("name trade code added_at ban_reason", "contact owner banned_at retired_at", "", "name"),
    "contractor_papers": ("contractor paper title valid_until paper_no", "withdrawn_at", "", "contractor"),
    "contractor_policies": (
        "warn_days",
        "",
        "induction_days general_points major_points stopped_points score_days",
        "",
    ),
    "contractor_people": (
        "person contractor trade since ban_reason",
        "inducted_on valid_until inducted_by banned_at ended_at",
        "",
        "person contractor",
    ),
    "contractor_hazards": ("hazard contractor at", "by withdrawn_at", "", "hazard contractor"),
    "permit_forms": (
        "work levels signs measures closing gases trades",
        "set_at",
        "fresh_min every_min extensions",
        "work",
    ),
    "permits": (
        "work work_level zone place task begins_at ends_at leader guardian stage applied_at workers signs measures "
        "closing gases trades confirmed not_needed signed readings reason closing_note",
        "number applicant contractor started_at started_by closed_at closed_by",
        "fresh_min every_min extensions",
        "zone stage number contractor",
    ),
}


def upgrade() -> None:
    for name, (needed, optional, whole, indexed) in TABLES.items():
        op.create_table(
            name,
            sa.Column("id", sa.Text(), primary_key=True),
            *(sa.Column(column, sa.Text(), nullable=False) for column in needed.split()),
            *(sa.Column(column, sa.Text()) for column in optional.split()),
            *(sa.Column(column, sa.Integer(), nullable=False) for column in whole.split()),
            *([sa.Column("most_hours", sa.Float(), nullable=False)] if name == "permits" else []),
        )
        for column in indexed.split():
            op.create_index(f"ix_{name}_{column}", name, [column])


def downgrade() -> None:
    for name in reversed(TABLES):
        op.drop_table(name)
