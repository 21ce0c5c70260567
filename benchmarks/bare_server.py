"""The peer of `durable`: FastAPI with one row inserted and committed a request, SQLite with synchronous=FULL."""

import sys
import threading
from typing import Annotated, Any

import uvicorn
from fastapi import Body, FastAPI

from services.store.database import sqlite_driver

app = FastAPI()
local = threading.local()


def connection() -> Any:
    """One connection a thread of the pool."""
    if not hasattr(local, "connection"):
        local.connection = sqlite_driver().connect(sys.argv[1], timeout=30)
        local.connection.execute("PRAGMA journal_mode=WAL")
        local.connection.execute("PRAGMA synchronous=FULL")
        local.connection.execute("CREATE TABLE IF NOT EXISTS operations (id TEXT PRIMARY KEY, body TEXT)")
    return local.connection


@app.post("/api/operations")
def insert(message: Annotated[dict[str, Any], Body()]) -> dict[str, Any]:
    """Keeps the operation, and nothing else."""
    one = message["operations"][0]
    with connection() as open_:
        open_.execute("INSERT INTO operations VALUES (?, ?)", (one["id"], str(one)))
    return {"answers": [{"id": one["id"], "outcome": "accepted"}]}


if __name__ == "__main__":
    uvicorn.run(app, port=int(sys.argv[2]), log_level="warning", access_log=False)
