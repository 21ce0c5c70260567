"""The list of all hazards by its clocks, by who reported them, and those of one state: read in an index each."""

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

CLOCK = (
    "(CASE WHEN state IN ('reported', 'assigned', 'fixing', 'fixed', 'first_passed')"
    " THEN CASE WHEN state IN ('fixed', 'first_passed') THEN review_due_at ELSE due_at END END)"
)


def upgrade() -> None:
    if op.get_context().dialect.name == "sqlite":
        op.execute(f"CREATE INDEX ix_hazards_clock ON hazards {CLOCK}")
    op.create_index("ix_hazards_state_reported", "hazards", ["state", "reported_at"])
    op.create_index(op.f("ix_hazards_reporter"), "hazards", ["reporter"])
