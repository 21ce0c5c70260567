"""The tables of what sensors, doors and the MES hand over and of how things were seen to stand, at the hub only."""

from sqlalchemy import BigInteger, Boolean, Column, Float, Index, Integer, Table, Text

from services.store.columns import metadata, text

# Who passed a door, at the hub only: `at` in milliseconds since 1970, `zone` and `person` by id; `device` and `serial`
# are the lock's own name and count.
swipes = Table(
    "swipes",
    metadata,
    Column("mark", Text, primary_key=True),
    Column("at", BigInteger, nullable=False),
    text("zone", null=False),
    text("person", null=False),
    Column("inward", Boolean, nullable=False),
    Column("device", Text, nullable=False, server_default=""),
    Column("serial", BigInteger),
    Index("ix_swipes_at", "at"),
    Index("ix_swipes_person", "person"),
)

# Whose card is whose, by its number as it was told; since when in milliseconds.
cards = Table(
    "cards",
    metadata,
    Column("number", Text, primary_key=True),
    text("person", index=True, null=False),
    Column("since", BigInteger, nullable=False),
)

# What readers saw of nobody that is known here, or at readers that nobody has said the meaning of.
strange_swipes = Table(
    "strange_swipes",
    metadata,
    Column("mark", Text, primary_key=True),
    Column("at", BigInteger, nullable=False),
    text("device", null=False),
    Column("serial", BigInteger),
    Column("door_no", Integer, nullable=False),
    Column("reader_no", Integer, nullable=False),
    text("zone"),
    Column("inward", Boolean, nullable=False),
    text("card", null=False),
    text("employee_no", null=False),
    Index("ix_strange_swipes_at", "at"),
)

# Rows of other systems that could not be taken, with why, the newest only.
turned_rows = Table(
    "turned_rows",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("came", BigInteger, nullable=False),
    text("feed", null=False),
    text("source", null=False),
    Column("row", Integer, nullable=False),
    text("code", null=False),
    text("field", null=False),
    text("was", null=False),
    Index("ix_turned_rows_came", "came"),
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
    Column("reason", Text, nullable=False, server_default=""),
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

# What sensors said, at the hub only: `at` in milliseconds since 1970, `minute` in minutes. The roll-up is made of the
# readings of its minute and outlives them.
readings = Table(
    "readings",
    metadata,
    Column("sensor", Text, primary_key=True),
    Column("at", BigInteger, primary_key=True, autoincrement=False),
    Column("value", Float, nullable=False),
)

reading_minutes = Table(
    "reading_minutes",
    metadata,
    Column("sensor", Text, primary_key=True),
    Column("minute", BigInteger, primary_key=True, autoincrement=False),
    Column("low", Float, nullable=False),
    Column("high", Float, nullable=False),
    Column("mean", Float, nullable=False),
    Column("count", Integer, nullable=False),
)
