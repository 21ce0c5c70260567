"""What entries after another have touched is found by their number; an index less where another one serves as well,
and one over the few hazards that came with a batch only."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

OF_A_BATCH = sa.text("batch IS NOT NULL")


def upgrade() -> None:
    op.create_index("ix_touched_seq", "touched", ["seq"])
    op.drop_index(op.f("ix_hazards_state"), "hazards", if_exists=True)  # a console's copy comes without indexes
    op.drop_index(op.f("ix_hazards_batch"), "hazards", if_exists=True)
    op.create_index("ix_hazards_batch", "hazards", ["batch"], sqlite_where=OF_A_BATCH, postgresql_where=OF_A_BATCH)


def downgrade() -> None:
    op.drop_index("ix_hazards_batch", "hazards")
    op.create_index(op.f("ix_hazards_batch"), "hazards", ["batch"])
    op.create_index(op.f("ix_hazards_state"), "hazards", ["state"])
    op.drop_index("ix_touched_seq", "touched")
