"""What is looked for among the open hazards is found by an index of theirs."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

OF_OPEN = sa.text("state IN ('reported', 'assigned', 'fixing', 'fixed', 'first_passed')")


def upgrade() -> None:
    found_by = ["number", "description"]
    op.create_index("ix_hazards_open_texts", "hazards", found_by, sqlite_where=OF_OPEN, postgresql_where=OF_OPEN)
