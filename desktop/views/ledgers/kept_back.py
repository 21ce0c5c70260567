"""The rows of an import that did not come in: kept in a folder of this console, and saved where a person wants them."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.language import language
from desktop.views.ledgers import keeping
from desktop.widgets.asking import ask_save

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.tasks import Tasks
    from services.imports.bringing_in import Preview
    from services.imports.lines import Line


class KeptBack(QObject):
    """Asks over the window that it belongs to. `found` and `lines` are what is looked at and what of it is kept
    back. `told` carries a sentence about what came of it."""

    told = Signal(str)

    def __init__(self, tasks: "Tasks", folder: Path, above: "QWidget") -> None:
        super().__init__(above)
        self.folder, self._above = folder, above
        self.found: Preview | None = None
        self.lines: Sequence[Line] = ()
        self._tasks = tasks

    def keep(self, batch: str) -> None:
        """Writes them into the folder, by the id of their import."""
        self._write(self.folder / f"{batch}.xlsx", lambda _: None)

    def ask(self) -> None:
        """Asks where to save those of what is looked at."""
        name = Path(self.found.file).stem if self.found else ""
        self._ask(self.save, self.tr("{file}, kept back").format(file=name) + ".xlsx")

    def save(self, path: str) -> None:
        """Saves those of what is looked at."""
        self._write(Path(path), self._on_written)

    def ask_of(self, batch: str) -> None:
        """Asks where to save those of an earlier import."""
        source = self.folder / f"{batch}.xlsx"

        def save(path: str) -> None:
            self._tasks.run(lambda: shutil.copyfile(source, path), self._on_written, self._on_failed)

        self._ask(save, source.name)

    def _ask(self, save: "Callable[[str], None]", proposed: str) -> None:
        forms = [self.tr("Excel workbook (*.xlsx)")]
        ask_save(self._above, "keptFile", self.tr("Save what is kept back"), forms, save, proposed)

    def _write(self, path: Path, done: "Callable[[Any], object]") -> None:
        found, lines, lang = self.found, self.lines, language.name
        if found is not None:
            self._tasks.run(lambda: keeping.write(path, found, lines, lang), done, self._on_failed)

    def _on_written(self, _: Any) -> None:
        self.told.emit(self.tr("What was kept back is saved."))

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, OSError):
            raise error
        self.told.emit(self.tr("The file could not be written: {why}").format(why=error.strerror or str(error)))
