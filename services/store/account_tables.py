"""The tables of who gets in: passwords and codes, sessions, pairings, the keys of labels, guesses. Only the hub has
them."""

from sqlalchemy import Boolean, Column, Integer, LargeBinary, Table, Text

from services.store.columns import metadata, text

# Only ever filled at the hub; never part of a replica.
credentials = Table(
    "credentials",
    metadata,
    Column("person", Text, primary_key=True),
    Column("what", Text, primary_key=True),
    text("secret", null=False),
    text("expires_at"),
    text("used_at"),
)

sessions = Table(
    "sessions",
    metadata,
    Column("token", Text, primary_key=True),
    text("person", index=True),
    text("zone"),
    text("device", index=True),
    text("made_at", null=False),
    text("expires_at", null=False),
)

# How long people took over a form of the phone, the day alone and nothing of who it was; only the hub has them.
form_times = Table(
    "form_times",
    metadata,
    Column("id", Integer, primary_key=True),
    text("form", null=False),
    text("day", index=True, null=False),
    Column("sent", Boolean, nullable=False),
    text("last", null=False),
    Column("total_ms", Integer, nullable=False),
    text("fields", null=False),
)

# One-time codes by which a computer is paired in a person's name; kept as hashes.
pairings = Table(
    "pairings",
    metadata,
    Column("code", Text, primary_key=True),
    text("person", null=False),
    text("expires_at", null=False),
    text("used_at"),
)

label_keys = Table(
    "label_keys",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("secret", LargeBinary, nullable=False),
    text("made_at", null=False),
)

guesses = Table("guesses", metadata, Column("account", Text, primary_key=True), Column("at", Text, primary_key=True))
