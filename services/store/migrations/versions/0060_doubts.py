"""Doubts about points with their figures, and random re-checks."""

import sqlalchemy as sa
from alembic import op

revision = "0060"
down_revision = "0059"
branch_labels = None
depends_on = None


def _texts(*names: str, null: bool = False) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=null) for name in names]


def _whole(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]


def _id() -> sa.Column[str]:
    return sa.Column("id", sa.Text(), primary_key=True)


def _float(name: str) -> sa.Column[float]:
    return sa.Column(name, sa.Float(), nullable=False)


INDEXES = {"points_bars": ("doubt",), "points_doubts": ("standing",), "rechecks": ("source", "assigned", "result")}


def upgrade() -> None:
    op.create_table(
        "points_bars",
        _id(),
        *_texts("doubt", "person", "source_kind", "source"),
        *_texts("lifted_at", null=True),
    )
    op.create_table(
        "points_doubts",
        _id(),
        *_texts("why", "kind", "about", "people"),
        _float("figure"),
        _float("limit"),
        *_texts("raised_at", "standing"),
        *_texts("decided_by", "decided_at", null=True),
        *_texts("said"),
    )
    op.create_table(
        "doubt_rules",
        _id(),
        *_whole("days", "photo_bits", "split_hours"),
        _float("ring_share"),
        *_whole("ring_least", "own_fix_minutes", "own_fix_least", "late_hours", "phone_people", "reversals"),
        _float("recheck_percent"),
        *_whole("recheck_hours"),
    )
    op.create_table(
        "rechecks",
        _id(),
        *_texts("source_kind", "source", "zone", "people", "assigned", "drawn_at", "due_at", "result"),
        *_texts("by", "at", null=True),
        *_texts("note", "photos"),
    )
    for table, names in INDEXES.items():
        for name in names:
            op.create_index(f"ix_{table}_{name}", table, [name])


def downgrade() -> None:
    for table in ("rechecks", "doubt_rules", "points_doubts", "points_bars"):
        op.drop_table(table)
