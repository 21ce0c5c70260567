"""The sensors' broker, where the plant has one: does it answer to this machine at all."""

import socket
from collections.abc import Iterator
from datetime import datetime

from services.hub.doctor.asking import answered
from services.hub.doctor.finding import Finding
from services.store.folder import PlantFolder
from services.store.records import Records

ANSWER_S = 3.0
NONE = ("", 0)


def of_broker(folder: PlantFolder, _: datetime) -> Iterator[Finding]:
    """Its finding; none where there is no broker, or the store cannot be read, which is said elsewhere."""
    host, port = answered(folder, _broker, NONE)
    if not host:
        return
    facts = {"host": host, "port": port}
    try:
        socket.create_connection((host, port), ANSWER_S).close()
    except OSError as error:
        yield Finding("broker_silent", "bad", {**facts, "error": error.strerror or str(error)})
    else:
        yield Finding("broker_answers", facts=facts)


def _broker(look: Records) -> tuple[str, int]:
    plants = look.find("plant")
    return (plants[0].broker_host or "", plants[0].broker_port) if plants else NONE
