"""Looks over a hub and its machine: what is well, what should be looked at, what is wrong. Changes nothing, needs no
running hub and no whole store; each finding has words that say what to do."""

import logging
from collections.abc import Callable, Iterable
from datetime import datetime

from services.hub.doctor.broker import of_broker
from services.hub.doctor.certificate import of_certificate
from services.hub.doctor.finding import Finding
from services.hub.doctor.folder import of_folder
from services.hub.doctor.machine import of_clock, of_service, of_watchdog
from services.hub.doctor.ports import of_ports
from services.hub.doctor.store import of_store
from services.store.folder import PlantFolder

LOG = logging.getLogger(__name__)
Look = Callable[[PlantFolder, datetime], Iterable[Finding]]
LOOKS: tuple[tuple[str, Look], ...] = (
    ("folder", of_folder),
    ("store", of_store),
    ("ports", of_ports),
    ("certificate", of_certificate),
    ("broker", of_broker),
    ("clock", of_clock),
    ("watchdog", of_watchdog),
    ("service", of_service),
)


def examine(folder: PlantFolder, now: datetime) -> list[Finding]:
    """All findings, in the order of LOOKS. A look that itself fails is a finding: a doctor does not fall ill."""
    found: list[Finding] = []
    for name, look in LOOKS:
        try:
            found += look(folder, now)
        except Exception as error:
            LOG.debug("the look %s failed", name, exc_info=True)
            found.append(
                Finding("not_looked", "bad", {"doctor_look": name, "error": f"{type(error).__name__}: {error}"})
            )
    return found
