"""Inspection plans and inspections, incidents, what came from paper, readings and their minutes."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def _text(name: str, *, null: bool = True) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), nullable=null)


def _table(name: str, *columns: "sa.Column", indexed: tuple[str, ...] = ()) -> None:  # type: ignore[type-arg]
    op.create_table(name, _text("id", null=False), *columns, sa.PrimaryKeyConstraint("id"))
    for column in indexed:
        op.create_index(op.f(f"ix_{name}_{column}"), name, [column])


def _flag(name: str) -> "sa.Column[bool]":
    return sa.Column(name, sa.Boolean(), nullable=False)


def upgrade() -> None:
    op.add_column("hazards", sa.Column("old_number", sa.Text(), nullable=False, server_default=""))
    op.add_column("hazards", _text("batch"))
    op.add_column("hazards", _text("dispatched_at"))
    op.create_index(op.f("ix_hazards_batch"), "hazards", ["batch"])
    _inspections()
    _incidents()
    _readings()


def _inspections() -> None:
    _table(
        "inspection_plans",
        *(_text(name, null=False) for name in ("name", "zones", "every", "since", "equipment", "times")),
        sa.Column("before_min", sa.Integer(), nullable=True),
        sa.Column("after_min", sa.Integer(), nullable=True),
        _flag("workdays_only"),
        _flag("late_counts"),
        _text("team"),
        _text("person"),
        _text("checklist", null=False),
        _text("items", null=False),
        _text("retired_at"),
        indexed=("name",),
    )
    _table(
        "inspections",
        *(_text(name, null=False) for name in ("plan", "zone", "due_at", "opens_at", "closes_at", "state")),
        *(_text(name) for name in ("equipment", "team", "person", "by", "at")),
        *(_text(name, null=False) for name in ("note", "results", "doubtful", "reason")),
        _text("batch"),
        indexed=("zone", "due_at", "state", "batch"),
    )
    op.create_index("ix_inspections_row", "inspections", ["plan", "zone", "due_at"])


def _incidents() -> None:
    _table(
        "incidents",
        *(_text(name, null=False) for name in ("kind", "at", "zone", "description", "accident_type")),
        sa.Column("days_lost", sa.Integer(), nullable=False),
        _text("person"),
        _text("injury", null=False),
        _text("reported_by"),
        _text("recorded_at", null=False),
        _text("old_number", null=False),
        _text("batch"),
        _text("withdrawn_at"),
        indexed=("kind", "at", "zone", "person", "batch"),
    )
    if op.get_bind().dialect.name == "postgresql":  # the planner's samples would outlive an erasure
        op.execute("ALTER TABLE incidents ALTER COLUMN injury SET STATISTICS 0")
    _table(
        "imports",
        *(_text(name, null=False) for name in ("register", "file", "sha256")),
        sa.Column("rows", sa.Integer(), nullable=False),
        _text("at", null=False),
        _text("by"),
        _text("taken_back_at"),
        _text("reason", null=False),
        indexed=("sha256",),
    )


def _readings() -> None:
    op.create_table(
        "readings",
        _text("sensor", null=False),
        sa.Column("at", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("sensor", "at"),
    )
    op.create_table(
        "reading_minutes",
        _text("sensor", null=False),
        sa.Column("minute", sa.BigInteger(), autoincrement=False, nullable=False),
        *(sa.Column(name, sa.Float(), nullable=False) for name in ("low", "high", "mean")),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("sensor", "minute"),
    )
