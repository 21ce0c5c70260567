"""Departments, calendar, shifts and rotas, equipment, sensors and doors."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def _text(name: str, *, null: bool = True) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), nullable=null)


def _table(name: str, *columns: "sa.Column", indexed: tuple[str, ...] = ()) -> None:  # type: ignore[type-arg]
    op.create_table(name, _text("id", null=False), *columns, sa.PrimaryKeyConstraint("id"))
    for column in indexed:
        op.create_index(op.f(f"ix_{name}_{column}"), name, [column])


def _place() -> "list[sa.Column[float]]":
    return [sa.Column(axis, sa.Float(), nullable=True) for axis in ("x", "y")]


def upgrade() -> None:
    op.add_column("people", _text("department"))
    op.add_column("teams", _text("department"))
    _departments()
    _hours()
    _equipment()
    _sensors()
    _doors()


def _departments() -> None:
    _table(
        "departments",
        _text("name", null=False),
        _text("parent"),
        _text("manager"),
        _text("retired_at"),
        indexed=("name", "parent"),
    )


def _hours() -> None:
    _table(
        "calendar_days",
        _text("day", null=False),
        _text("kind", null=False),
        _text("reason", null=False),
        indexed=("day",),
    )
    _table(
        "shifts",
        _text("name", null=False),
        _text("starts", null=False),
        _text("ends", null=False),
        _text("retired_at"),
        indexed=("name",),
    )
    _table(
        "rotas",
        _text("team", null=False),
        _text("first_day", null=False),
        _text("pattern", null=False),
        sa.Column("calendar", sa.Boolean(), nullable=False),
        _text("retired_at"),
        indexed=("team",),
    )


def _equipment() -> None:
    _table(
        "equipment",
        _text("code", null=False),
        _text("name", null=False),
        _text("type", null=False),
        _text("zone", null=False),
        *_place(),
        _text("line"),
        _text("team"),
        _text("retired_at"),
        indexed=("code", "zone", "line"),
    )


def _sensors() -> None:
    _table(
        "sensors",
        _text("code", null=False),
        _text("name", null=False),
        _text("quantity", null=False),
        _text("unit", null=False),
        _text("zone", null=False),
        sa.Column("interval_s", sa.Float(), nullable=False),
        _text("equipment"),
        *_place(),
        sa.Column("limit_high", sa.Float(), nullable=True),
        sa.Column("limit_low", sa.Float(), nullable=True),
        _text("retired_at"),
        indexed=("code", "zone", "equipment"),
    )


def _doors() -> None:
    _table(
        "doors",
        _text("code", null=False),
        _text("name", null=False),
        _text("zone", null=False),
        _text("leads_to"),
        *_place(),
        _text("retired_at"),
        indexed=("code", "zone"),
    )
