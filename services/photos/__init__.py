"""Photos: hostile bytes in, a clean picture out. The decoding happens in a limited process; nothing here decodes."""

from services.photos.cleaner import clean, close
from services.photos.picture import CleanPhoto, Limits, PhotoRefused

__all__ = ["CleanPhoto", "Limits", "PhotoRefused", "clean", "close"]
