"""Asks for a file to read or to write, without holding anything up: the answer comes later."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_open(
    above: QWidget,
    name: str,
    title: str,
    forms: Sequence[str],
    then: Callable[[str], object],
    folder: str = "",
    given_up: Callable[[], object] | None = None,
) -> None:
    """`then` gets the path of the file that was chosen, `given_up` is called where none was; `forms` are filters:
    "PDF (*.pdf)"."""
    dialog = _dialog(above, name, title, folder, forms, then)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    if given_up is not None:
        dialog.rejected.connect(given_up)
    dialog.open()


def ask_save(
    above: QWidget, name: str, title: str, forms: Sequence[str], then: Callable[[str], object], proposed: str = ""
) -> None:
    """`then` gets the path to write to, which ends as the chosen form does; `proposed` is a path or a file's name."""
    dialog = _dialog(above, name, title, proposed, forms, then)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(_ending(forms[0]))
    dialog.filterSelected.connect(lambda form: dialog.setDefaultSuffix(_ending(form)))
    dialog.open()


def _dialog(
    above: QWidget, name: str, title: str, at: str, forms: Sequence[str], then: Callable[[str], object]
) -> QFileDialog:
    made = QFileDialog(above, title, at, ";;".join(forms))
    made.setObjectName(name)
    made.fileSelected.connect(then)
    made.finished.connect(made.deleteLater)
    return made


def _ending(form: str) -> str:
    """pdf, of "PDF (*.pdf)"."""
    return form.rstrip(")").rpartition(".")[2]
