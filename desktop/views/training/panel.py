"""The training page's side panel. What it shows is put together by parts in files of their own; here are the forms and
what they run."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from desktop.widgets.form import Form
from desktop.widgets.parts import button, label
from desktop.widgets.people_ticks import PeopleTicks
from desktop.widgets.side_panel import SidePanel
from services.store.queries.people import person_rows, team_rows

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench


class Part(Protocol):
    """A part of a form beside the fields that a form makes by itself; it is a widget."""

    def values(self) -> dict[str, Any]: ...


class TrainingPanel(SidePanel):
    """`again` shows what is shown anew when its records have changed; a form that is being filled in has none."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__("trainingPanel")
        self.workbench, self.toast = workbench, toast
        self.again: Callable[[], None] | None = None
        self._form: Form | None = None
        self._parts: tuple[Part, ...] = ()
        self._fixed: dict[str, Any] = {}
        self._asked = ("", "")
        self._after: Callable[[str], None] | None = None
        self.closed.connect(self._on_closed)

    def follow(self) -> None:
        """Shows again what is shown, as it is now."""
        if self.again is not None and self.isVisible():
            self.again()

    def begin(self, title: str, again: Callable[[], None] | None = None) -> None:
        """Empties the panel for something else; `end` it when filled."""
        self.again, self._form, self._parts = again, None, ()
        self.start(title)

    def ask(
        self,
        title: str,
        kind: str,
        said: str,
        form: Form | None = None,
        *parts: Any,
        after: Callable[[str], None] | None = None,
        **fixed: Any,
    ) -> None:
        """A form for an operation with further parts below it, and arguments that are `fixed`. `said` is what the toast
        tells, `after` is called with the id of what was made; without it the panel closes."""
        self.begin(title)
        self._form, self._parts, self._fixed, self._after = form, parts, fixed, after
        self._asked = (kind, said)
        for part in (form, *parts):
            if part is not None:
                self.body.addWidget(part)
        if form is not None:
            form.entered.connect(self._on_save)
        self.deed(self.tr("Save"), "trainingSave", kind, self._on_save, "primary")
        self.end()
        if form is not None:
            form.begin()

    def people(self, ticked: tuple[str, ...] = ()) -> PeopleTicks:
        """Everybody here, to be ticked."""
        found = [one.person for one in self.workbench.ask(person_rows)]
        return PeopleTicks(found, self.workbench.ask(team_rows), ticked)

    def _on_save(self) -> None:
        missing = self._form.missing() if self._form is not None else None
        if missing:
            self.toast.bad(self.tr("Please fill in: {field}").format(field=missing))
            return
        values = dict(self._fixed) | (self._form.values() if self._form is not None else {})
        for part in self._parts:
            values |= part.values()
        kind, said = self._asked
        self.run(kind, said, self._after or self._shut, **values)

    def run(self, kind: str, said: str, after: Callable[[str], None] | None = None, **values: Any) -> None:
        """Runs an operation here and tells what became of it."""
        local = self.workbench.run(kind, **values)
        if local.ok:
            self.toast.good(said, self.tr("Undo"), self.workbench.undo)
            if after is not None:
                after(local.id)

    def send(self, kind: str, said: str, **values: Any) -> None:
        """Has the hub answer what only it can."""
        self.workbench.send(kind, partial(self._on_answer, said), **values)

    def _on_answer(self, said: str, refused: Any) -> None:
        if refused is not None:
            from desktop import words

            self.toast.bad(words.refusal(refused))
        else:
            self.toast.good(said)

    def head_line(self, text: str) -> None:
        """A heading within the body."""
        self.body.addSpacing(6)
        self.body.addWidget(label(text, "head"))

    def deed(self, text: str, name: str, kind: str, work: Callable[..., object], look: str = "") -> None:
        """A button in the foot, out of reach for who may not."""
        made = button(text, name, work, look)
        made.setEnabled(self.workbench.may(kind))
        self.foot.addWidget(made, 1 if look == "primary" else 0)

    def _shut(self, _: str) -> None:
        self._on_close()

    def _on_closed(self) -> None:
        self.again = None
