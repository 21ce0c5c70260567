"""The key that pseudonyms are made with: it never leaves the hub, and stays the same as long as the plant does."""

import hmac

import sqlalchemy as sa

from services.store.tables import label_keys


def pseudonym_key(connection: sa.Connection) -> bytes:
    """Made of the plant's first label key, which no console has; empty on a console, where there are no swipes
    either."""
    first = sa.select(label_keys.c.secret).order_by(label_keys.c.id).limit(1)
    secret = connection.execute(first).scalar()
    return hmac.new(bytes(secret), b"pseudonyms", "sha256").digest() if secret else b""
