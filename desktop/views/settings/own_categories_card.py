"""What hazards can be about: each category with its picture; the plant's own can be changed, any but other put away."""

from functools import partial
from typing import TYPE_CHECKING, Any, get_args

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from desktop import words
from desktop.style.icons import icon, pixmap
from desktop.widgets.choice import Choice
from desktop.widgets.parts import box, button, column, emptied, label, row
from services.core.categories import OTHER, Icon
from services.store.queries.categories import Named, categories

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench

MOST_ZH, MOST_EN = 12, 24


class OwnCategoriesCard(QWidget):
    """The content of the card."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__()
        self.workbench, self.toast = workbench, toast
        self._shown: tuple[Named, ...] | None = None
        self._changing = ""
        self._rows = column(gap=4)
        told = self.tr("They are offered on phones by their pictures. Hazards keep a category that is put away.")
        self.add = button(self.tr("Add a category"), "addCategory", self._on_add, "", "add")
        self.name_zh = self._line("categoryZh", self.tr("Name in Chinese"), MOST_ZH)
        self.name_en = self._line("categoryEn", self.tr("Name in English (optional)"), MOST_EN)
        self.icon = Choice("categoryIcon", self.tr("Picture"))
        self.icon.offer([(words.say(f"value.icon.{one}"), one) for one in get_args(Icon)], OTHER)
        for place in range(self.icon.count()):
            self.icon.setItemIcon(place, icon(f"category-{self.icon.itemData(place)}", "text"))
        self.save = button(self.tr("Save the category"), "saveCategory", self._on_save, "primary")
        away = button(self.tr("Cancel"), "cancelCategory", self._on_cancel)
        self.form = box(column(row(self.name_zh, self.name_en), row(self.icon, None, away, self.save), gap=8))
        self.form.hide()
        self.setLayout(column(label(told, "caption", wrap=True), self._rows, row(self.add, None), self.form, gap=10))

    def _line(self, name: str, said: str, most: int) -> QLineEdit:
        made = QLineEdit()
        made.setObjectName(name)
        made.setAccessibleName(said)
        made.setPlaceholderText(said)
        made.setMaxLength(most)
        made.returnPressed.connect(self._on_save)
        return made

    def follow(self) -> None:
        """Shows what is so now; what is being typed stays."""
        found, may = self.workbench.ask(categories), self.workbench.may("categories.add")
        self.add.setEnabled(may)
        if found == self._shown:
            return
        self._shown = found
        emptied(self._rows)
        for one in found:
            self._rows.addWidget(self._row(one, may=may))

    def _row(self, one: Named, *, may: bool) -> QWidget:
        image = QLabel()
        image.setPixmap(pixmap(f"category-{one.icon}", 16, "text" if one.offered else "muted"))
        name = words.category(one.code)
        text = name if one.offered else self.tr("{name} (put away)").format(name=name)
        said = label(text, "" if one.offered else "muted")
        parts: list[Any] = [image, said, None]
        if may and one.own and one.offered:
            change = partial(self._on_change, one)
            parts.append(button(self.tr("Change…"), f"changeCategory-{one.code}", change, "link"))
        if may and one.code != OTHER:
            text = self.tr("Put away") if one.offered else self.tr("Use again")
            turn = partial(self._on_turn, one)
            parts.append(button(text, f"turnCategory-{one.code}", turn, "link"))
        return box(row(*parts, margins=(4, 2, 4, 2)))

    def _on_add(self) -> None:
        self._begin("", "", "", OTHER)

    def _on_change(self, one: Named) -> None:
        english = one.names["en"] if one.names["en"] != one.names["zh"] else ""
        self._begin(one.code, one.names["zh"], english, one.icon)

    def _begin(self, code: str, name_zh: str, name_en: str, picture: str) -> None:
        self._changing = code
        self.name_zh.setText(name_zh)
        self.name_en.setText(name_en)
        self.icon.setCurrentIndex(self.icon.findData(picture))
        self.form.show()
        self.add.hide()
        self.name_zh.setFocus()

    def _on_cancel(self) -> None:
        self.form.hide()
        self.add.show()

    def _on_save(self) -> None:
        given = {"name_zh": self.name_zh.text().strip(), "name_en": self.name_en.text().strip()}
        if not given["name_zh"]:
            self.toast.bad(self.tr("The category needs a name."))
            self.name_zh.setFocus()
            return
        kind, more = ("categories.change", {"category": self._changing}) if self._changing else ("categories.add", {})
        if self.workbench.run(kind, **more, **given, icon=self.icon.currentData()).ok:
            self._on_cancel()
            self._told()

    def _on_turn(self, one: Named) -> None:
        if self.workbench.run("categories.retire" if one.offered else "categories.use_again", category=one.code).ok:
            self._told()

    def _told(self) -> None:
        self.toast.good(self.tr("Saved."), self.tr("Undo"), self.workbench.undo)
