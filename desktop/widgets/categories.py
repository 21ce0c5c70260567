"""The categories of hazards to choose from: those that are offered, and the one in force where it is no longer."""

from typing import TYPE_CHECKING

from desktop import words
from services.core.categories import offered

if TYPE_CHECKING:
    from desktop.workbench import Workbench


def category_options(workbench: "Workbench", also: str = "") -> list[tuple[str, str]]:
    """Words and codes."""
    codes = workbench.ask(offered)
    return [(words.category(code), code) for code in dict.fromkeys((*codes, *([also] if also else [])))]
