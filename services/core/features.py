"""Every feature once: importing this registers all records and operations."""

from services.core import (
    calendar,
    departments,
    devices,
    doors,
    equipment,
    hazards,
    labels,
    people,
    plant,
    routes,
    sensors,
    shifts,
    zones,
)

FEATURES = (
    plant,
    people,
    departments,
    calendar,
    shifts,
    devices,
    routes,
    zones,
    equipment,
    sensors,
    doors,
    labels,
    hazards,
)
