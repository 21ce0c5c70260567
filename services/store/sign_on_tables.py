"""The tables of signing in by accounts that people have elsewhere."""

from sqlalchemy import Boolean, Column, Table, Text

from services.store.columns import id_, metadata, text

ways_in = Table(
    "ways_in",
    metadata,
    id_(),
    text("provider", index=True, null=False),
    Column("active", Boolean, nullable=False),
    *(text(name, null=False) for name in ("title", "issuer", "client", "claim", "matches")),
)

# Only ever filled at the hub; never part of a replica.
sign_on_flows = Table(
    "sign_on_flows",
    metadata,
    Column("state", Text, primary_key=True),
    *(text(name, null=False) for name in ("provider", "browser", "nonce", "verifier", "onward")),
    text("challenge"),
    text("computer"),
    text("expires_at", null=False),
)

sign_on_claims = Table(
    "sign_on_claims",
    metadata,
    Column("challenge", Text, primary_key=True),
    text("browser", null=False),
    text("person", null=False),
    text("computer"),
    Column("confirmed", Boolean, nullable=False),
    text("expires_at", null=False),
)

sign_on_links = Table(
    "sign_on_links",
    metadata,
    Column("provider", Text, primary_key=True),
    Column("subject", Text, primary_key=True),
    text("person", null=False, index=True),
    text("made_at", null=False),
)
