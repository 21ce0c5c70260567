"""Labels that are worn, replaced, bound where they hang or have an end; what is to be replaced; which key seals now."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def _text(name: str, *, null: bool = True) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), nullable=null)


def upgrade() -> None:
    op.add_column("plants", sa.Column("label_key", sa.Integer(), nullable=False, server_default="1"))
    with op.batch_alter_table("labels") as labels:
        labels.alter_column("zone", existing_type=sa.Text(), nullable=True)
        for name in ("worn_at", "replaced_at", "ends_at", "bound_at"):
            labels.add_column(_text(name))
        labels.add_column(sa.Column("bound_as", sa.Integer(), nullable=True))
        labels.create_index(op.f("ix_labels_code"), ["code"])
    op.create_table(
        "label_replacements",
        *(_text(name, null=False) for name in ("id", "zone", "label", "why", "opened_at")),
        *(_text(name) for name in ("opened_by", "closed_at", "closed_by")),
        _text("word", null=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_label_replacements_zone"), "label_replacements", ["zone"])
