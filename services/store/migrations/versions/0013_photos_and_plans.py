"""What is known of photos, the five requirements of major hazards, merged hazards; and the database itself holds the
double review: no row says that one person did two of fixing and the two reviews."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

# What came closed from a paper ledger has no first review of ours.
WRONG = """
    {0}first_by = {0}fixed_by OR {0}first_by = {0}second_by
    OR ({0}first_by IS NOT NULL AND {0}second_by = {0}fixed_by)
    OR ({0}state = 'first_passed' AND ({0}fixed_by IS NULL OR {0}first_by IS NULL))
    OR ({0}state = 'closed' AND NOT ({0}batch IS NOT NULL AND {0}first_by IS NULL)
        AND ({0}fixed_by IS NULL OR {0}first_by IS NULL OR {0}second_by IS NULL))
"""


def _text(name: str, *, null: bool = True) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), nullable=null)


def upgrade() -> None:
    op.add_column("hazards", _text("merged_into"))
    op.add_column("plants", sa.Column("plan_hours", sa.Float(), nullable=False, server_default="4.0"))
    _photos()
    _plans()
    if op.get_bind().dialect.name == "sqlite":
        _triggers()
    else:
        # rows from before are left alone; none of them was made by this program, which never allowed it
        op.execute(f"ALTER TABLE hazards ADD CONSTRAINT two_reviewers CHECK (NOT ({WRONG.format('')})) NOT VALID")


def _photos() -> None:
    op.create_table(
        "photos",
        *(_text(name, null=False) for name in ("id", "fingerprint", "noted_at")),
        sa.Column("also", sa.Text(), nullable=False, server_default="[]"),
        _text("taken_at"),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        _text("hazard"),
        _text("part", null=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_photos_hazard"), "photos", ["hazard"])
    for band in range(4):
        op.create_index(f"ix_photos_band_{band}", "photos", [sa.text(f"substr(fingerprint, {band * 4 + 1}, 4)")])


def _plans() -> None:
    op.create_table(
        "fix_plans",
        *(_text(name, null=False) for name in ("id", "hazard", "responsible", "measures")),
        sa.Column("funds", sa.Float(), nullable=False),
        *(_text(name, null=False) for name in ("due_at", "emergency", "interim", "written_at")),
        _text("written_by"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_fix_plans_hazard"), "fix_plans", ["hazard"])


def _triggers() -> None:
    """SQLite adds no check to a table that is there; a trigger holds every row that is written from now on."""
    columns = "state, fixed_by, first_by, second_by, batch"
    for name, when in (("made", "INSERT ON"), ("changed", f"UPDATE OF {columns} ON")):
        op.execute(
            f"CREATE TRIGGER two_reviewers_{name} BEFORE {when} hazards WHEN {WRONG.format('NEW.')} "
            "BEGIN SELECT RAISE(ABORT, 'two_reviewers'); END"
        )
