"""Signing in by accounts that people have elsewhere."""

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "ways_in",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("provider", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("title", "issuer", "client", "claim", "matches")),
    )
    op.create_index("ix_ways_in_provider", "ways_in", ["provider"])
    op.create_table(
        "sign_on_flows",
        sa.Column("state", sa.Text(), primary_key=True),
        *(
            sa.Column(name, sa.Text(), nullable=False)
            for name in ("provider", "browser", "nonce", "verifier", "onward")
        ),
        sa.Column("challenge", sa.Text()),
        sa.Column("computer", sa.Text()),
        sa.Column("expires_at", sa.Text(), nullable=False),
    )
    op.create_table(
        "sign_on_claims",
        sa.Column("challenge", sa.Text(), primary_key=True),
        sa.Column("browser", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("computer", sa.Text()),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("expires_at", sa.Text(), nullable=False),
    )
    op.create_table(
        "sign_on_links",
        sa.Column("provider", sa.Text(), primary_key=True),
        sa.Column("subject", sa.Text(), primary_key=True),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
    )
    op.create_index("ix_sign_on_links_person", "sign_on_links", ["person"])


def downgrade() -> None:
    for name in ("sign_on_links", "sign_on_claims", "sign_on_flows", "ways_in"):
        op.drop_table(name)
