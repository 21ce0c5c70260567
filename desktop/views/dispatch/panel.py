"""The side panel of a route: when it holds and whom it leads to."""

from typing import TYPE_CHECKING, Any, get_args

from desktop import words
from desktop.views.dispatch.said import Facts
from desktop.widgets.categories import category_options
from desktop.widgets.choice import Choice
from desktop.widgets.form import Form
from desktop.widgets.parts import button, label
from desktop.widgets.side_panel import SidePanel
from services.core.equipment import EquipmentType
from services.core.routes import CONDITIONS, Route

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench


class RoutePanel(SidePanel):
    """One route, or a new one."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__("routePanel")
        self.workbench, self.toast = workbench, toast
        self.route: Route | None = None

    def show_route(self, route: Route | None, facts: Facts) -> None:
        """The form of a route, or of a new one, which comes first."""
        self.route = route
        self.start(self.tr("Route {number}").format(number=route.position) if route else self.tr("New route"))
        said = words.say("field.route.target_kind")
        self._target = Choice("routeTarget", said)
        teams = [(name, f"team:{id_}") for id_, name in facts.teams.items()]
        people = [(name, f"person:{id_}") for id_, name in facts.people.items()]
        own = (words.say("value.target_kind.zone_team"), "zone_team:")
        chosen = f"{route.target_kind}:{route.target or ''}" if route else None
        self._target.offer([own, *teams, *people], chosen)
        self.body.addWidget(label(said, "caption"))
        self.body.addWidget(self._target)
        values = {name: getattr(route, name) for name in CONDITIONS} if route else {}
        choices = self._choices(facts, route)
        self._form = Form("routes.add", "route", "route", only=CONDITIONS, values=values, choices=choices)
        self.body.addWidget(self._form)
        self.foot.addWidget(button(self.tr("Save"), "routeSave", self._on_save, "primary"))
        if route is not None:
            self.foot.addWidget(button(self.tr("Remove"), "routeRemove", self.remove))
        self.end()

    def _choices(self, facts: Facts, route: Route | None) -> dict[str, list[tuple[str, str]]]:
        every = (self.tr("any"), "")
        return {
            "category": [every, *category_options(self.workbench, (route and route.category) or "")],
            "zone_class": [every, *((words.say(f"label.class.{one}"), one) for one in "ABCD")],
            "zone": [every, *((name, id_) for id_, name in facts.zones.items())],
            "type": [every, *((words.say(f"value.type.{one}"), one) for one in get_args(EquipmentType))],
            "shift": [every, *((name, id_) for id_, name in facts.shifts.items())],
        }

    def _on_save(self) -> None:
        kind, _, target = str(self._target.currentData()).partition(":")
        given: dict[str, Any] = {"target_kind": kind, **self._form.values()}
        if target:
            given["target"] = target
        if self.route is None:
            self._run("routes.add", self.tr("The route has been added; it is looked at first."), position=1, **given)
        else:
            self._run("routes.change", self.tr("The route has been changed."), route=self.route.id, **given)

    def remove(self) -> None:
        """The route is looked at no more."""
        if self.route is not None:
            self._run("routes.retire", self.tr("The route has been removed."), route=self.route.id)

    def _run(self, kind: str, told: str, /, **args: Any) -> None:
        if self.workbench.run(kind, **args).ok:
            self.toast.good(told, self.tr("Undo"), self.workbench.undo)
            self._on_close()
