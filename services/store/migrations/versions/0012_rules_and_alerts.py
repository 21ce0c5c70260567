"""Rules, their alerts, and how far each rule has come."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
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
        "rules",
        *(_text(name, null=False) for name in ("name", "document", "since")),
        sa.Column("active", sa.Boolean(), nullable=False),
        _text("retired_at"),
        indexed=("name",),
    )
    _table(
        "alerts",
        *(
            _text(name, null=False)
            for name in ("rule", "level", "key", "fired_at", "raised_at", "cause", "told", "note")
        ),
        *(
            _text(name)
            for name in ("number", "zone", "cleared_at", "withdrawn_at", "acknowledged_by", "acknowledged_at")
        ),
        indexed=("rule", "zone", "number"),
    )
    op.create_table(
        "rule_states",
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        _text("state", null=False),
        sa.PrimaryKeyConstraint("rule"),
    )
