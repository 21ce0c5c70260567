"""Devices at doors, cards, what nobody is known by, and rows of other systems that could not be taken."""

import sqlalchemy as sa
from alembic import op

revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "door_devices",
        sa.Column("id", sa.Text(), primary_key=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("name", "device_kind", "user", "readers", "passing")),
        *(sa.Column(name, sa.Float(), nullable=False) for name in ("every_s", "silent_minutes")),
        *(sa.Column(name, sa.Text()) for name in ("address", "retired_at")),
    )
    op.create_index("ix_door_devices_name", "door_devices", ["name"])
    op.create_table(
        "cards",
        sa.Column("number", sa.Text(), primary_key=True),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
    )
    op.create_index("ix_cards_person", "cards", ["person"])
    op.create_table(
        "strange_swipes",
        sa.Column("mark", sa.Text(), primary_key=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("serial", sa.BigInteger()),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("door_no", "reader_no")),
        sa.Column("zone", sa.Text()),
        sa.Column("inward", sa.Boolean(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("device", "card", "employee_no")),
    )
    op.create_index("ix_strange_swipes_at", "strange_swipes", ["at"])
    op.create_table(
        "turned_rows",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("came", sa.BigInteger(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("feed", "source", "code", "field", "was")),
    )
    op.create_index("ix_turned_rows_came", "turned_rows", ["came"])


def downgrade() -> None:
    for name in ("turned_rows", "strange_swipes", "cards", "door_devices"):
        op.drop_table(name)
