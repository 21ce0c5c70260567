"""The sensors' broker, where the plant has one: does it answer to this machine at all."""

import socket
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime

from services.core.refused import Refused
from services.hub.doctor.finding import Finding
from services.store.database import Database
from services.store.folder import PlantFolder
from services.store.records import Records
from services.store.schema import as_now

ANSWER_S = 3.0


def of_broker(folder: PlantFolder, _: datetime) -> Iterator[Finding]:
    """Its finding; none where there is no broker, or the store cannot be read, which is said elsewhere."""
    host, port = _broker(folder)
    if not host:
        return
    facts = {"host": host, "port": port}
    try:
        socket.create_connection((host, port), ANSWER_S).close()
    except OSError as error:
        yield Finding("broker_silent", "bad", {**facts, "error": error.strerror or str(error)})
    else:
        yield Finding("broker_answers", facts=facts)


def _broker(folder: PlantFolder) -> tuple[str, int]:
    place = folder.place()
    if place is None:
        return "", 0
    database = Database(place)
    try:
        with suppress(Refused), database.reading() as connection:
            as_now(connection)
            for plant in Records(connection).find("plant"):
                return plant.broker_host or "", plant.broker_port
    finally:
        database.close()
    return "", 0
