"""Sizes of files in words."""

KILO = 1000


def bytes_said(many: float) -> str:
    """As file managers say it: 850 kB, 12.3 MB, 1.4 GB."""
    for unit in ("B", "kB", "MB", "GB"):
        if many < KILO or unit == "GB":
            return f"{many:.0f} {unit}" if unit in ("B", "kB") or many >= 100 else f"{many:.1f} {unit}"
        many /= KILO
    raise AssertionError
