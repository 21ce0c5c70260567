"""Who may do what: a row for every deed, a column for every role, ticked within what separation of duties allows."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtCore import Signal as Told
from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QTableView, QWidget

from desktop import words
from desktop.style.theme import theme
from desktop.widgets.parts import button, column, label, row
from services.core.refused import Refused
from services.core.roles import PEOPLES_ROLES, Role, in_order
from services.store.queries.grants import Right, rights

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench

SIZE, NAME, ROLE, ROW, HEAD, LINE = (1330, 720), 216, 101, 30, 52, 4
ROLES = Qt.ItemDataRole
Index = QModelIndex | QPersistentModelIndex


def two_lines(text: str) -> str:
    """A role's name over two lines, so that eleven of them stand side by side."""
    if " " in text:
        return "\n".join(text.rsplit(" ", 1))
    return f"{text[:LINE]}\n{text[LINE:]}" if len(text) > LINE + 1 and not text.isascii() else text


class RightsModel(QAbstractTableModel):
    """`ticked` when somebody has ticked or unticked. `wanted` holds the roles of the kinds that are to be changed."""

    ticked = Told()

    def __init__(self, rows: tuple[Right, ...], parent: QObject, *, may: bool) -> None:
        super().__init__(parent)
        self.rows, self.may = rows, may
        self.wanted: dict[str, frozenset[Role]] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 — Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 — Qt's own signature
        return 0 if parent.isValid() else len(PEOPLES_ROLES) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ROLES.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != ROLES.DisplayRole:
            return None
        return two_lines(words.say(f"role.{PEOPLES_ROLES[section - 1]}")) if section else self.tr("Deed")

    def flags(self, index: Index) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return plain | Qt.ItemFlag.ItemIsUserCheckable if self._open(index) else plain

    def _open(self, index: Index) -> bool:
        """Whether this tick may be changed."""
        if not self.may or index.column() == 0:
            return False
        one, role = self.rows[index.row()], PEOPLES_ROLES[index.column() - 1]
        return role in one.reach and role not in one.stay

    def data(self, index: Index, role: int = ROLES.DisplayRole) -> Any:
        one = self.rows[index.row()]
        if index.column() == 0:
            return self._of_name(one, role)
        who = PEOPLES_ROLES[index.column() - 1]
        if role == ROLES.CheckStateRole and (who in one.reach or who in one.stay):
            return Qt.CheckState.Checked if who in self.now(one) else Qt.CheckState.Unchecked
        if role == ROLES.BackgroundRole and self.now(one) != one.roles:
            return theme.colour("tint")
        if role == ROLES.ToolTipRole and not self._open(index):
            return self.tr("Separation of duties leaves this as it is.")
        return None

    def _of_name(self, one: Right, role: int) -> Any:
        if role in (ROLES.DisplayRole, ROLES.ToolTipRole):
            said = words.say(f"op.{one.id}")
            return f"{said} *" if one.changed and role == ROLES.DisplayRole else said
        return theme.colour("tint") if role == ROLES.BackgroundRole and one.id in self.wanted else None

    def now(self, one: Right) -> frozenset[Role]:
        """The roles as they are ticked."""
        return self.wanted.get(one.id, one.roles)

    def setData(self, index: Index, value: Any, role: int = ROLES.EditRole) -> bool:
        if role != ROLES.CheckStateRole or not self._open(index):
            return False
        one, who = self.rows[index.row()], PEOPLES_ROLES[index.column() - 1]
        on = Qt.CheckState(value) == Qt.CheckState.Checked
        wanted = self.now(one) | {who} if on else self.now(one) - {who}
        self.wanted.pop(one.id, None)
        if wanted != one.roles:
            self.wanted[one.id] = wanted
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), len(PEOPLES_ROLES)))
        self.ticked.emit()
        return True


class RightsWindow(QDialog):
    """Open it with `open()`; it ends itself. Nothing is changed before the button is pressed."""

    def __init__(self, workbench: "Workbench", toast: "Toast", parent: QWidget) -> None:
        super().__init__(parent)
        self.workbench, self.toast = workbench, toast
        self.setObjectName("rightsWindow")
        self.setWindowTitle(self.tr("Who may do what"))
        self.resize(*SIZE)
        self.model = RightsModel(workbench.ask(rights), self, may=workbench.may("permissions.set"))
        self.model.ticked.connect(self._on_ticked)
        self.found = QSortFilterProxyModel(self)
        self.found.setSourceModel(self.model)
        self.found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.finder = QLineEdit()
        self.finder.setObjectName("rightsFind")
        self.finder.setPlaceholderText(self.tr("Find a deed"))
        self.finder.setAccessibleName(self.tr("Find a deed"))
        self.finder.setClearButtonEnabled(True)
        self.finder.textChanged.connect(self.found.setFilterFixedString)
        told = self.tr(
            "Where there is no box, separation of duties leaves it as it is: reviews, accounts and what takes two "
            "people are fixed. A star marks what this plant has set. Some deeds ask for more, such as one's own team."
        )
        self.save = button("", "saveRights", self._on_save, "primary")
        shut = button(self.tr("Close"), "closeRights", self.reject)
        self.setLayout(
            column(
                label(told, "muted", wrap=True),
                self.finder,
                self._table(),
                row(None, shut, self.save),
                gap=12,
                margins=(20, 16, 20, 16),
            )
        )
        self.finished.connect(self.deleteLater)
        self._on_ticked()

    def _table(self) -> QTableView:
        made = QTableView()
        made.setObjectName("rightsTable")
        made.setAccessibleName(self.tr("Who may do what"))
        made.setModel(self.found)
        made.setSelectionMode(QTableView.SelectionMode.NoSelection)
        made.setWordWrap(False)
        made.verticalHeader().hide()
        made.verticalHeader().setDefaultSectionSize(ROW)
        head = made.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        head.setFixedHeight(HEAD)
        head.setDefaultSectionSize(ROLE)
        head.resizeSection(0, NAME)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        return made

    def _on_ticked(self) -> None:
        many = len(self.model.wanted)
        self.save.setText(self.tr("Save %n changes", "", many) if many else self.tr("Nothing changed"))
        self.save.setEnabled(many > 0)

    def _on_save(self) -> None:
        """Each row is an operation of its own; what is refused is told, the others hold."""
        for kind, roles in sorted(self.model.wanted.items()):
            self.workbench.send("permissions.set", self._on_answered, kind=kind, roles=list(in_order(roles)))
        self.accept()

    def _on_answered(self, refused: Refused | None) -> None:
        if refused is not None:
            self.toast.bad(words.refusal(refused))
        else:
            self.toast.good(self.tr("Saved."))
