"""Risk points, their control measures, and a plant's own bounds between levels of risk."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def _text(name: str, *, null: bool = True) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), nullable=null)


def _table(name: str, *columns: "sa.Column", indexed: tuple[str, ...]) -> None:  # type: ignore[type-arg]
    op.create_table(name, _text("id", null=False), *columns, sa.PrimaryKeyConstraint("id"))
    for column in indexed:
        op.create_index(op.f(f"ix_{name}_{column}"), name, [column])


def upgrade() -> None:
    _table(
        "risk_points",
        *(_text(name, null=False) for name in ("zone", "name", "method", "rows")),
        *(_text(name) for name in ("responsible", "review_on", "designated")),
        *(_text(name, null=False) for name in ("reason", "source")),
        _text("assessed_at"),
        _text("retired_at"),
        indexed=("zone", "name"),
    )
    _table(
        "control_measures",
        *(_text(name, null=False) for name in ("risk_point", "measure", "tier", "lowers")),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("in_place", sa.Boolean(), nullable=False),
        _text("removed_at"),
        indexed=("risk_point",),
    )
    _table(
        "risk_scales",
        *(_text(name, null=False) for name in ("scale", "since")),
        *(sa.Column(name, sa.Float(), nullable=False) for name in ("red", "orange", "yellow")),
        sa.Column("red_over", sa.Boolean(), nullable=False),
        indexed=("scale",),
    )
