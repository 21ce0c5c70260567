"""Where all tables belong to, and columns that most of them have."""

import sqlalchemy as sa
from sqlalchemy import Column, Text

metadata = sa.MetaData(
    naming_convention={"ix": "ix_%(table_name)s_%(column_0_name)s", "uq": "uq_%(table_name)s_%(column_0_name)s"}
)


def id_() -> "Column[str]":
    """The column of a record's id."""
    return Column("id", Text, primary_key=True)


def text(name: str, *, index: bool = False, null: bool = True) -> "Column[str]":
    """A column of text."""
    return Column(name, Text, index=index, nullable=null)
