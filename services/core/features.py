"""Every feature once: importing this registers all records and operations."""

from services.core import hazards, labels, people, plant, routes, zones

FEATURES = (plant, people, routes, zones, labels, hazards)
