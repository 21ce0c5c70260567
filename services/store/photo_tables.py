"""The table of what is known of photos, and how those that look alike are found in it."""

import sqlalchemy as sa
from sqlalchemy import Column, Float, Index, Table, Text

from services.store.columns import id_, metadata, text

BANDS = 4  # of a fingerprint's 64 bits: 16 each, four hex digits

photo_releases = Table(
    "photo_releases",
    metadata,
    id_(),
    text("hazard", index=True, null=False),
    text("photos", null=False),
    text("at", null=False),
    text("by"),
    text("withdrawn_at"),
)

photos = Table(
    "photos",
    metadata,
    id_(),
    text("fingerprint", null=False),
    text("noted_at", null=False),
    Column("also", Text, nullable=False, server_default="[]"),
    text("taken_at"),
    Column("latitude", Float),
    Column("longitude", Float),
    text("hazard", index=True),
    text("part", null=False),
)


def band(number: int) -> "sa.ColumnElement[str]":
    """The digits of a band (0 to 3) of the fingerprint, as they are indexed."""
    return sa.func.substr(photos.c.fingerprint, sa.literal_column(str(number * 4 + 1)), sa.literal_column("4"))


for _number in range(BANDS):
    Index(f"ix_photos_band_{_number}", band(_number))
