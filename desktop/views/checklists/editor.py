"""The editor of a checklist: kinds at the left, the items in their order, what one of them asks, and the phone."""

from dataclasses import replace
from typing import TYPE_CHECKING, cast, get_args

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QWidget

from desktop import words
from desktop.style.tokens import HEAD, PAGE_PADDING
from desktop.views.checklists.draft import Draft, as_args
from desktop.views.checklists.item_form import ItemForm
from desktop.views.checklists.item_list import ItemList
from desktop.views.checklists.kind_palette import KindPalette
from desktop.views.checklists.phone_preview import PhonePreview
from desktop.views.checklists.unsaved import Unsaved
from desktop.widgets.parts import box, button, column, label, row
from services.core.checklists import FIELD_KINDS, MOST_ITEMS, CheckItem, ItemKind, Items

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench
    from services.store.queries.checklists import ChecklistRow


class ChecklistEditor(QWidget):
    """`left` when the person goes back to the list, with the id of a checklist that was saved, or ""."""

    left = Signal(str)

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__()
        self.workbench, self.toast = workbench, toast
        self.draft: Draft | None = None
        self.unsaved: Unsaved | None = None
        self.setObjectName("checklistEditor")
        self.palette_ = KindPalette()
        self.palette_.wanted.connect(self._on_kind)
        self.list = ItemList()
        self.list.picked.connect(self._on_picked)
        self.list.pushed.connect(self._on_pushed)
        self.list.removed.connect(self._on_remove)
        self.list.rows.carried.connect(self._on_carried)
        self.list.rows.moved.connect(self._on_moved)
        self.form = ItemForm(workbench)
        self.form.changed.connect(self._on_changed)
        self.form.doubled.connect(self._on_double)
        self.form.removed.connect(self._on_remove)
        self.preview = PhonePreview()
        self.preview.page.picked.connect(self._pick)
        self.setLayout(column(self._head(), self._note(), self._whole(), gap=8, margins=(0, 0, 0, PAGE_PADDING)))
        for key, do in ((QKeySequence.StandardKey.Undo, self._on_undo), (QKeySequence.StandardKey.Redo, self._on_redo)):
            within = QShortcut(QKeySequence(key), self, do)
            within.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self.list, self._on_paste)
        paste.setContext(Qt.ShortcutContext.WidgetShortcut)
        save = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self._on_save)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _head(self) -> QWidget:
        self.back = button("‹ " + self.tr("Checklists"), "leaveEditor", self.leave, "link")
        self.name = QLineEdit()
        self.name.setObjectName("checklistName")
        self.name.setAccessibleName(words.say("field.checklist.name"))
        self.name.setPlaceholderText(self.tr("What the checklist is called"))
        self.name.setMaxLength(60)
        self.name.textEdited.connect(self._on_name)
        self.undo = button(self.tr("Undo"), "undoItem", self._on_undo, "", "undo")
        self.redo = button(self.tr("Redo"), "redoItem", self._on_redo, "", "redo")
        self.undo.setToolTip(self.tr("Undo (Ctrl+Z)"))
        self.redo.setToolTip(self.tr("Redo (Ctrl+Y)"))
        self.give_up = button(self.tr("Discard changes"), "discardChecklist", self._on_discard)
        self.save = button(self.tr("Save as a new version"), "saveChecklist", self._on_save, "primary")
        made = QWidget()
        line = row(self.back, self.name, self.undo, self.redo, self.give_up, self.save, gap=8,
                   margins=(PAGE_PADDING, 0, PAGE_PADDING, 0))  # fmt: skip
        line.setStretchFactor(self.name, 1)
        made.setLayout(line)
        made.setFixedHeight(HEAD)
        return made

    def _note(self) -> QWidget:
        self.note = label("", "muted", "checklistNote", wrap=True)
        made = QWidget()
        made.setLayout(column(self.note, margins=(PAGE_PADDING, 0, PAGE_PADDING, 0)))
        return made

    def _whole(self) -> QWidget:
        fields = QScrollArea()
        fields.setWidget(self.form)
        fields.setAccessibleName(self.tr("The chosen item"))
        fields.setWidgetResizable(True)
        fields.setFrameShape(QFrame.Shape.NoFrame)
        fields.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        fields.setFixedWidth(self.form.width() + 14)
        paste = button(self.tr("Paste from Excel"), "pasteItems", self._on_paste, "link", "excel")
        paste.setToolTip(self.tr("Rows copied in Excel: text, kind, from, to, unit, choices, hint (Ctrl+V)"))
        head = row(label(self.tr("Items, in their order"), "head"), None, paste)
        items = column(head, box(column(self.list, margins=(2, 2, 2, 2)), "card"), gap=4)
        phone = column(
            label(self.tr("On the phone"), "head"),
            box(column(self.preview, margins=(5, 8, 2, 8)), "card", "phoneFrame"),
            gap=4,
        )
        made = QWidget()
        line = row(self.palette_, items, fields, phone, gap=16, margins=(PAGE_PADDING, 0, PAGE_PADDING, 0))
        line.setStretch(1, 1)
        made.setLayout(line)
        return made

    def edit(self, draft: Draft, unsaved: Unsaved, known: "ChecklistRow | None", *, continued: bool) -> None:
        """Shows a draft; `known` is the checklist as it is now; `continued` where it was kept from before."""
        self.draft, self.unsaved = draft, unsaved
        self.form.item = None
        of_fields = draft.purpose != "check"
        self.form.of_fields = of_fields
        self.palette_.offer(FIELD_KINDS if of_fields else get_args(ItemKind))
        self.note.setText(self._told(draft, known, continued=continued))
        self.note.setVisible(bool(self.note.text()))
        self.name.setText(draft.sheet.name)
        self._show(0 if draft.sheet.items else -1)
        if not draft.sheet.name:
            self.name.setFocus()
        else:
            self.list.setFocus()

    def _told(self, draft: Draft, known: "ChecklistRow | None", *, continued: bool) -> str:
        said = []
        if draft.purpose == "hazard":
            said.append(self.tr("Every hazard is asked this beside the rest, on phones and at the desk."))
        elif draft.purpose == "inspection":
            said.append(self.tr("Every check-in is asked this after its checklist, on phones and at the desk."))
        if continued:
            said.append(self.tr("What was not saved the last time is here again."))
        if known is not None and known.checklist.number != draft.number:
            told = self.tr("Meanwhile version {n} has been made; saving puts yours in its place, and both stay.")
            said.append(told.format(n=known.checklist.number))
        if known is not None and known.plans:
            told = self.tr("In use by: {plans}. What was checked by older versions keeps its form.")
            said.append(told.format(plans=words.listed(known.plans)))
        return " ".join(said)

    def leave(self) -> None:
        """Back to the list; what is not saved is kept."""
        self.left.emit("")

    # what is done

    def _on_kind(self, kind: str) -> None:
        place = self.list.place
        self._on_carried(kind, place + 1 if place >= 0 else len(self._items))

    def _on_carried(self, kind: str, at: int) -> None:
        if self.draft is not None:
            self.draft.add(cast(ItemKind, kind), "", at)  # what is dropped is of a kind that is offered
            self._after(at)
            self.form.begin()

    def _on_paste(self) -> None:
        """Rows that were copied in Excel stand after the chosen item."""
        from services.core.refused import Refused
        from services.imports.check_items import items_of
        from services.imports.clipboard import grid_of

        if self.draft is None:
            return
        try:
            found = items_of(grid_of(QGuiApplication.clipboard().text()), self._items)
        except Refused as refused:
            self.toast.bad(words.refusal(refused))
            return
        if len(self._items) + len(found) > MOST_ITEMS:
            self.toast.bad(words.refusal(Refused("items_too_many", most=MOST_ITEMS)))
        elif found:
            at = self.list.place + 1 if self.list.place >= 0 else len(self._items)
            self.draft.paste(found, at)
            self._after(at)
            self.toast.good(self.tr("%n items pasted.", "", len(found)), self.tr("Undo"), self._on_undo)

    def _on_moved(self, place: int, to: int) -> None:
        if self.draft is not None and place != to:
            self.draft.move(place, to)
            self._after(to)

    def _on_pushed(self, place: int, way: int) -> None:
        if place >= 0 and 0 <= place + way < len(self._items):
            self._on_moved(place, place + way)

    def _on_changed(self, values: dict[str, object]) -> None:
        if self.draft is not None and self.list.place >= 0:
            self.draft.change(self.list.place, **values)
            self._after(self.list.place)

    def _on_double(self) -> None:
        if self.draft is not None and self.list.place >= 0:
            self.draft.double(self.list.place)
            self._after(self.list.place + 1)

    def _on_remove(self) -> None:
        if self.draft is not None and self.list.place >= 0:
            place = self.list.place
            self.draft.remove(place)
            self._after(min(place, len(self._items) - 1))

    def _on_name(self, text: str) -> None:
        if self.draft is not None:
            self.draft.rename(text)
            self._after(self.list.place)

    def _on_undo(self) -> None:
        if self.draft is not None and self.draft.can_undo:
            self.draft.undo()
            self._stepped()

    def _on_redo(self) -> None:
        if self.draft is not None and self.draft.can_redo:
            self.draft.redo()
            self._stepped()

    def _stepped(self) -> None:
        assert self.draft is not None
        self.name.setText(self.draft.sheet.name)
        self.form.item = None
        self._after(min(max(self.list.place, 0), len(self._items) - 1))

    def _on_discard(self) -> None:
        if self.draft is not None and self.unsaved is not None:
            self.unsaved.let_go(self.draft.kept_as)
            self.left.emit("")
            self.toast.good(self.tr("The changes are discarded."), self.tr("Undo"), self._on_keep)

    def _on_keep(self) -> None:
        """What was discarded is here again."""
        if self.draft is not None and self.unsaved is not None:
            self.unsaved.keep(self.draft)
            self.left.emit("")

    def _on_picked(self, place: int) -> None:
        self._show(place)

    def _pick(self, place: int) -> None:
        self._show(place)
        self.list.setFocus()

    @property
    def _items(self) -> Items:
        return self.draft.sheet.items if self.draft is not None else ()

    def _after(self, chosen: int) -> None:
        assert self.draft is not None
        assert self.unsaved is not None
        self.unsaved.keep(self.draft)
        self._show(chosen)

    def _show(self, chosen: int) -> None:
        if self.draft is None:
            return
        items = self._items
        self.list.show_items(items, chosen)
        self.form.show_item(items[chosen] if 0 <= chosen < len(items) else None)
        send = words.say("phone.report.send" if self.draft.purpose == "hazard" else "phone.check.send")
        self.preview.show_form(self.draft.sheet.name, items, chosen, send)
        self.undo.setEnabled(self.draft.can_undo)
        self.redo.setEnabled(self.draft.can_redo)
        self.give_up.setEnabled(self.draft.changed)
        self.save.setEnabled(self.draft.changed)
        new = self.tr("Save the checklist") if self.draft.purpose == "check" else self.tr("Save the fields")
        self.save.setText(self.tr("Save as a new version") if self.draft.checklist else new)

    # saving

    def _on_save(self) -> None:
        draft = self.draft
        if draft is None or not draft.changed or not self._whole_enough(draft):
            return
        items, name = as_args(tuple(_trimmed(item) for item in self._items)), draft.sheet.name.strip()
        if draft.checklist:
            local = self.workbench.run("checklists.revise", checklist=draft.checklist, items=items, name=name)
        else:
            local = self.workbench.run("checklists.make", name=name, items=items, purpose=draft.purpose)
        if local.ok and self.unsaved is not None:
            self.unsaved.let_go(draft.kept_as)
            self.left.emit(draft.checklist or local.id)
            said = self.tr("Saved. Phones show it from the next check-in on.")
            if draft.purpose == "hazard":
                said = self.tr("Saved. It is asked from the next report on.")
            self.toast.good(said, self.tr("Undo"), self.workbench.undo)

    def _whole_enough(self, draft: Draft) -> bool:
        """Whether nothing is missing; else it is said, and shown."""
        if not draft.sheet.name.strip():
            self.toast.bad(self.tr("The checklist needs a name."))
            self.name.setFocus()
            return False
        for place, item in enumerate(draft.sheet.items):
            if not item.text.strip():
                self.toast.bad(self.tr("Item {n} has no text yet.").format(n=place + 1))
                self._show(place)
                self.form.begin()
                return False
        return True


def _trimmed(item: CheckItem) -> CheckItem:
    """The item without answers that were left empty."""
    kept = tuple(one.strip() for one in item.choices if one.strip())
    bad = tuple(one for one in (one.strip() for one in item.bad) if one in kept)
    return replace(item, text=item.text.strip(), hint=item.hint.strip(), choices=kept, bad=bad)
