"""What the drawing suggests: shown while a person wants it, taken one by one with a click, or all from a list."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop.views.floor_plan.drawings import Drawings, Loaded
from desktop.views.floor_plan.edit_bar import EditBar
from desktop.views.floor_plan.edits import Edits
from desktop.views.floor_plan.facts import MapFacts
from desktop.views.floor_plan.floating_bar import EDGE, FloatingBar
from desktop.views.floor_plan.plan_view import PlanView
from desktop.views.floor_plan.shapes import Suggestion
from desktop.widgets.parts import button, label
from desktop.widgets.toast import Toast
from desktop.words import listed
from services.core.geometry import Polygon, centre, contains
from services.core.ground import under


class SuggestionsBar(FloatingBar):
    """Floats in the upper left of the plan while there is something to take."""

    def __init__(self, view: PlanView) -> None:
        super().__init__("suggestionsBar", view)
        self.said = label("", "muted", "suggestionsSaid")
        self.said.setContentsMargins(8, 0, 8, 0)
        self.all = button(self.tr("Take all…"), "takeAll", look="link")
        self.hold(self.said, self.all)
        self.hide()

    def show_count(self, many: int) -> None:
        """How many there are to take."""
        self.said.setText(self.tr("%n zones suggested: a click takes one", "", many))
        self.setVisible(many > 0)
        self.adjustSize()
        self._take_place()

    def _take_place(self) -> None:
        margins = self._beside.contentsMargins()  # the rulers'
        self.move(EDGE + margins.left(), EDGE + margins.top())


class Suggesting(QObject):
    """`name` is what the drawing calls the outline that was taken last."""

    def __init__(
        self, over: QWidget, edits: Edits, drawings: Drawings, view: PlanView, edit_bar: EditBar, toast: Toast
    ) -> None:
        super().__init__(over)
        self._over, self._edits, self._drawings, self._toast = over, edits, drawings, toast
        self._view, self._edit_bar, self.bar = view, edit_bar, SuggestionsBar(view)
        self._facts: MapFacts | None = None
        self._loaded: Loaded | None = None
        self._found: tuple[Suggestion, ...] = ()
        self._to_take: list[Suggestion] = []
        self._class, self._taken, self._left = "C", 0, 0
        self.name = ""
        edit_bar.suggestions_wanted.connect(self._on_wanted)
        view.suggestion_taken.connect(self._on_taken)
        self.bar.all.clicked.connect(self.show_all)

    def show(self, facts: MapFacts, loaded: Loaded | None) -> None:
        """The floor as it is now."""
        came = self._loaded is None and loaded is not None
        self._facts, self._loaded = facts, loaded
        self._show()
        if came:
            self._ask()

    def _on_wanted(self, _: bool) -> None:
        self._found = ()
        self._show()
        self._ask()

    def _ask(self) -> None:
        """Has them found, where they are wanted and the drawing has come."""
        if self._edit_bar.suggestions.isChecked() and self._loaded is not None:
            self._drawings.suggest(self._loaded, self._on_found)

    def _on_found(self, found: tuple[Suggestion, ...]) -> None:
        if self._edit_bar.suggestions.isChecked():
            self._found = found
            self._show()
            if not found:
                told = self.tr("The drawing has no closed outlines and no rooms between walls that look like zones.")
                self._toast.bad(told)
            elif not self._view.suggestions:
                self._toast.good(self.tr("All zones that the drawing suggests are on the plan already."))

    def _show(self) -> None:
        zones = self._polygons()
        self._view.show_suggestions(one for one in self._found if not _lies_there(one.polygon, zones))
        self.bar.show_count(len(self._view.suggestions))

    def _polygons(self) -> list[Polygon]:
        return [one.zone.polygon for one in self._facts.zones.values()] if self._facts else []

    def _on_taken(self, suggestion: Suggestion) -> None:
        """What lies partly on zones that are there is cut back to them; where too little is left, it is shown in red
        as the drawing has it."""
        outline, partly = self._cut_back(suggestion)
        self.name = suggestion.name
        self._view.finish(outline or suggestion.polygon)
        if partly and outline:
            told = self.tr("Cut back to {zone}, on which the drawing's outline lay partly.")
            self._toast.good(told.format(zone=listed(partly)))

    def _cut_back(self, suggestion: Suggestion) -> tuple[Polygon | None, list[str]]:
        """What is left of it beside the zones that are there, and the names of those it lay on partly."""
        from services.plans.trimming import trimmed

        zones = [one.zone for one in self._facts.zones.values()] if self._facts else []
        partly = under(zones, suggestion.polygon)
        return trimmed(suggestion.polygon, [one.polygon for one in partly]), [one.name for one in partly]

    # all of them

    def show_all(self) -> None:
        """The list of all that is suggested."""
        from desktop.views.floor_plan.suggestions_dialog import SuggestionsDialog

        if self._facts is not None and self._view.suggestions and not self._to_take:
            names = [one.zone.name for one in self._facts.zones.values()]
            dialog = SuggestionsDialog(self._view.suggestions, names, self._over)
            dialog.given.connect(self._on_given)
            dialog.open()

    def _on_given(self, wanted: list[Suggestion], zone_class: str) -> None:
        self._to_take, self._class, self._taken, self._left = list(wanted), zone_class, 0, 0
        self._take_next()

    def _take_next(self) -> None:
        """One a turn, so that the window goes on meanwhile."""
        floor = self._facts.floor if self._facts else None
        if not self._to_take or floor is None:
            self._to_take = []
            self._tell_taken()
            return
        one = self._to_take.pop(0)
        outline, _ = self._cut_back(one)
        values = {"name": one.name, "zone_class": self._class, "supervisor": None, "team": None}
        taken = outline is not None and bool(self._edits.draw(floor.id, outline, values))
        self._taken, self._left = self._taken + taken, self._left + (not taken)
        QTimer.singleShot(0, self, self._take_next)

    def _tell_taken(self) -> None:
        told = self.tr("%n zones taken from the drawing.", "", self._taken)
        if self._left:
            told += " " + self.tr("%n lie on other zones and stay suggestions.", "", self._left)
        self._toast.good(told, self.tr("Undo"), self._undo_taken)

    def _undo_taken(self) -> None:
        """All that were taken together go back together, the last first."""
        if self._taken and self._edits.undo():
            self._taken -= 1
            QTimer.singleShot(0, self, self._undo_taken)


def _lies_there(polygon: Polygon, zones: list[Polygon]) -> bool:
    """Whether a zone already lies where this outline does."""
    middle = centre(polygon)
    return any(contains(zone, middle) and contains(polygon, centre(zone)) for zone in zones)
