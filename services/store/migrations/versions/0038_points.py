"""The points ledger: accounts, entries, what was earned, the plant's figures, what is moved by hand."""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None


def _texts(*names: str, null: bool = False) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=null) for name in names]


def _numbers(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]


def _id() -> sa.Column[str]:
    return sa.Column("id", sa.Text(), primary_key=True)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false())


INDEXES = {
    "points_accounts": ("holder",),
    "points_entries": ("at", "payer", "payee", "source"),
    "earnings": ("person", "source", "report", "month"),
    "adjustments": ("person", "standing"),
}


def upgrade() -> None:
    op.create_table(
        "points_accounts",
        _id(),
        *_texts("holder"),
        *_numbers("balance", "lifetime", "owed"),
        _flag("hidden"),
        *_texts("since", null=True),
        _flag("resting"),
        sa.CheckConstraint("balance >= 0 OR holder = 'budget'", name="ck_points_accounts_balance"),
        sa.CheckConstraint("owed >= 0", name="ck_points_accounts_owed"),
    )
    op.create_table(
        "points_entries",
        _id(),
        *_texts("at", "payer", "payee"),
        *_numbers("points"),
        *_texts("meaning", "source_kind", "source"),
        *_texts("rule", null=True),
        *_numbers("parts", "cut", "place"),
        sa.CheckConstraint("points > 0 AND payer <> payee", name="ck_points_entries_moves"),
    )
    op.create_table(
        "points_rules",
        _id(),
        *_numbers("inspection", "hazard_general", "hazard_major", "training", "drill"),
        *_numbers("month_cap", "approve_over", "month_budget", "fen_per_point"),
    )
    op.create_table(
        "earnings",
        _id(),
        *_texts("rule", "person", "source_kind", "source", "report", "month", "at"),
        *_numbers("full", "due", "points", "parts"),
        *_texts("ended_at", null=True),
    )
    op.create_table(
        "adjustments",
        _id(),
        *_texts("person"),
        *_numbers("points"),
        *_texts("reason", "proposed_by", "proposed_at", "standing"),
        *_texts("decided_by", "decided_at", null=True),
        *_texts("said"),
    )
    for table, columns in INDEXES.items():
        for column in columns:
            op.create_index(f"ix_{table}_{column}", table, [column])
    merged = sa.text("merged_into IS NOT NULL")
    op.create_index("ix_hazards_merged", "hazards", ["merged_into"], sqlite_where=merged, postgresql_where=merged)


def downgrade() -> None:
    op.drop_index("ix_hazards_merged", "hazards")
    for table in ("adjustments", "earnings", "points_rules", "points_entries", "points_accounts"):
        op.drop_table(table)
