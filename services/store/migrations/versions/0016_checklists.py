"""Checklists with their versions; what an inspection was made by, its photos and the hazards that it found."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def _text(name: str, *, null: bool = True) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=null)


def _list(name: str, default: str = "[]") -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False, server_default=default)


def upgrade() -> None:
    op.create_table(
        "checklists",
        sa.Column("id", sa.Text(), primary_key=True),
        _text("name", null=False),
        _text("version", null=False),
        sa.Column("number", sa.Integer(), nullable=False),
        _text("source", null=False),
        _text("retired_at"),
    )
    op.create_index("ix_checklists_name", "checklists", ["name"])
    op.create_table(
        "checklist_versions",
        sa.Column("id", sa.Text(), primary_key=True),
        _text("checklist", null=False),
        sa.Column("number", sa.Integer(), nullable=False),
        _text("name", null=False),
        _text("items", null=False),
        _text("made_at", null=False),
        _text("made_by"),
    )
    op.create_index("ix_checklist_versions_checklist", "checklist_versions", ["checklist"])
    for column in (_text("form"), _list("photos"), _list("hazards")):
        op.add_column("inspections", column)
    for column in (_text("inspection"), _list("check_item", "")):
        op.add_column("hazards", column)
