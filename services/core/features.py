"""Every feature once: importing this registers all records and operations."""

from services.core import devices, hazards, labels, people, plant, routes, zones

FEATURES = (plant, people, devices, routes, zones, labels, hazards)
