"""The same plant's story as for the hazards."""

from tests.desktop.hazards.conftest import story

__all__ = ["story"]
