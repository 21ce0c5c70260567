"""The tables of what doors and the MES hand over and of how things were seen to stand, at the hub only."""

from sqlalchemy import BigInteger, Boolean, Column, Index, Table, Text

from services.store.columns import metadata, text

# Who passed a door, at the hub only: `at` in milliseconds since 1970, `zone` and `person` by id.
swipes = Table(
    "swipes",
    metadata,
    Column("mark", Text, primary_key=True),
    Column("at", BigInteger, nullable=False),
    text("zone", null=False),
    text("person", null=False),
    Column("inward", Boolean, nullable=False),
    Index("ix_swipes_at", "at"),
    Index("ix_swipes_person", "person"),
)

# When lines stood, at the hub only; moments in milliseconds since 1970.
stops = Table(
    "stops",
    metadata,
    Column("stop", Text, primary_key=True),
    text("line", null=False),
    Column("began", BigInteger, nullable=False),
    Column("ended", BigInteger),
    Column("planned", Boolean, nullable=False),
    Column("updated", BigInteger, nullable=False),
    Index("ix_stops_ended", "ended"),
    Index("ix_stops_line", "line", "began"),
)

# How zones and equipment have stood from `at` on (milliseconds), at the hub only.
standings = Table(
    "standings",
    metadata,
    Column("thing", Text, primary_key=True),
    Column("record", Text, primary_key=True),
    Column("at", BigInteger, primary_key=True, autoincrement=False),
    text("state", null=False),
    Index("ix_standings_at", "at"),
)
