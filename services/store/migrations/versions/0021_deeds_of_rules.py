"""What rules do besides alerting: pauses asked of the MES, notes of zones; sensors' calibration and allowed silence;
where the MES and the broker of the sensors are."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

PLANT = ("mes_url", "broker_host", "broker_user", "broker_share")


def upgrade() -> None:
    op.create_table(
        "pauses",
        sa.Column("id", sa.Text(), primary_key=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("rule", "alert", "line", "mode", "step", "made_at")),
        sa.Column("receipt_s", sa.Float(), nullable=False),
        *(sa.Column(name, sa.Text()) for name in ("due_at", "requested_at", "answer_by", "answered_at")),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("receipt", "reason", "trouble")),
        sa.Column("by", sa.Text()),
    )
    for name in ("rule", "alert", "step"):
        op.create_index(f"ix_pauses_{name}", "pauses", [name])
    op.add_column("alerts", sa.Column("ended", sa.Text(), nullable=False, server_default=""))
    op.add_column("hazards", sa.Column("rule", sa.Text()))
    op.add_column("zones", sa.Column("note", sa.Text(), nullable=False, server_default=""))
    op.add_column("sensors", sa.Column("factor", sa.Float(), nullable=False, server_default="1.0"))
    op.add_column("sensors", sa.Column("added", sa.Float(), nullable=False, server_default="0.0"))
    op.add_column("sensors", sa.Column("silent_s", sa.Float()))
    for name in PLANT:
        op.add_column("plants", sa.Column(name, sa.Text()))
    op.add_column("plants", sa.Column("broker_port", sa.Integer(), nullable=False, server_default="1883"))
    op.add_column("plants", sa.Column("broker_tls", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("plants", sa.Column("broker_version", sa.Text(), nullable=False, server_default="5"))
    op.add_column("plants", sa.Column("broker_topic", sa.Text(), nullable=False, server_default="anhuan/+/{sensor}"))


def downgrade() -> None:
    for name in (*PLANT, "broker_port", "broker_tls", "broker_version", "broker_topic"):
        op.drop_column("plants", name)
    for table, name in (
        ("sensors", "silent_s"),
        ("sensors", "added"),
        ("sensors", "factor"),
        ("zones", "note"),
        ("hazards", "rule"),
        ("alerts", "ended"),
    ):
        op.drop_column(table, name)
    op.drop_table("pauses")
