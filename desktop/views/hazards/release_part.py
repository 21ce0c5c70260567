"""Whether a hazard's photos may go to outsiders: the safety office says so after a look for faces."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout

from desktop.widgets.parts import button, label, row
from services.core.photo_releases import released

if TYPE_CHECKING:
    from desktop.workbench import Workbench
    from services.core.hazards import Hazard


def release_row(workbench: "Workbench", hazard: "Hazard") -> QHBoxLayout:
    """What holds now, and the one press that changes it."""
    translate = QCoreApplication.translate
    photos = [*hazard.before, *hazard.after]
    seen = set(photos) <= workbench.ask(released, hazard=hazard.id)
    said = translate("PhotoRelease", "No faces: papers for customers may show the photos.")
    kept = translate("PhotoRelease", "Papers for customers leave these photos out until somebody has looked for faces.")
    act = translate("PhotoRelease", "Not to outsiders") if seen else translate("PhotoRelease", "No faces")
    args = {"hazard": hazard.id, "photos": [] if seen else photos}
    made = row(label(said if seen else kept, "caption", "releaseSaid", wrap=True), gap=8)
    made.setStretch(0, 1)
    made.addWidget(button(act, "photoRelease", partial(workbench.run, "photo_releases.set", **args), "link"))
    return made
