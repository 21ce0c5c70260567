"""A doubt about points in words: what looks odd, with the figure that was found and the plant's own."""

from services.core.points_doubts import PointsDoubt
from services.words import say


def explained(one: PointsDoubt, lang: str) -> str:
    """Why it was raised."""
    return say(f"doubt.{one.why}", lang, figure=f"{one.figure:g}", limit=f"{one.limit:g}")
