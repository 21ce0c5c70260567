"""A bag comes back: the comments beside it become operations of this console, which wait and are sent as all others."""

from pathlib import Path
from typing import TYPE_CHECKING

from services.core.refused import Refused
from services.core.shape import utc_text

if TYPE_CHECKING:
    from desktop.workbench import Workbench
    from services.store.records import Records


def bring_back(workbench: "Workbench", file: Path) -> tuple[int, int]:
    """Takes the comments of a bag, or of the file beside one; how many are new, and how many had come back before.
    Raises Refused: no_such_file, comments_unreadable, bag_unknown, and what the first one was refused with; those
    before it have come back."""
    from services.reports.bag.comments import ENDING, beside, read_comments

    comments = read_comments(file if file.name.endswith(ENDING) else beside(file))
    plant = workbench.plant
    if plant is None or comments.plant != plant.id:
        raise Refused("bag_unknown")
    here = workbench.ask(_here)
    fresh = [one for one in comments.said if one.id not in here]
    for one in fresh:
        args = {"seal": comments.seal, "text": one.text, "said_by": one.said_by, "said_at": utc_text(one.at)}
        more = {"hazard": one.hazard} if one.hazard else {}
        local = workbench.bring("audit_comments.bring", one.id, **args, **more, clause=one.clause)
        if local.refused:
            raise local.refused
    return len(fresh), len(comments.said) - len(fresh)


def _here(look: "Records") -> set[str]:
    return {one.id for one in look.find("audit_comment")}
