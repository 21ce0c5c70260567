"""The side panel of a reward: its catalogue form with the picture, its stock, and what came and went."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from desktop import words
from desktop.views.points.count_part import CountPart
from desktop.views.points.stock_form import StockForm
from desktop.widgets.asking import ask_open
from desktop.widgets.form import Form
from desktop.widgets.parts import button, column, label, line, row
from desktop.widgets.pictures import decoded
from desktop.widgets.side_panel import SidePanel
from services.core.refused import Refused
from services.core.shop import Shelf
from services.reports.points_said import signed
from services.store.queries.shop import Goods, stock_book

if TYPE_CHECKING:
    from desktop.tasks import Tasks
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench
    from services.photos.picture import CleanPhoto

FIELDS = ("name", "shelf", "price", "cost", "supplier", "note")
PICTURE_HIGH, BOOK = 150, 12


class GoodsPanel(SidePanel):
    """One reward, or a new one."""

    def __init__(self, workbench: "Workbench", tasks: "Tasks", toast: "Toast") -> None:
        super().__init__("goodsPanel")
        self.workbench, self.tasks, self.toast = workbench, tasks, toast
        self.one: Goods | None = None
        self._picture: str | None = None

    def follow(self, rows: tuple[Goods, ...]) -> None:
        """What is shown is shown again where it has changed."""
        if self.one is not None and self.isVisible():
            now = next((row for row in rows if self.one and row.id == self.one.id), None)
            if now is not None and now != self.one:
                self.show_one(now)
            elif self.shown.isHidden():
                self._show_picture()  # it may have come meanwhile

    def show_new(self) -> None:
        """The form of a new one."""
        self.one, self._picture = None, None
        self.start(self.tr("New in the catalogue"))
        self._catalogue("rewards.add", {"shelf": "ppe"})
        self.foot.addStretch(1)
        self.foot.addWidget(button(self.tr("Add"), "saveGoods", self._on_add, "primary"))
        self.end()
        self._form.begin()

    def show_one(self, one: Goods) -> None:
        """This one."""
        self.one, self._picture = one, one.reward.picture
        self.start(one.reward.name)
        for count in one.counts:  # what waits for a decision comes first
            self.body.addWidget(CountPart(self.workbench, self.toast, count))
        values = {name: getattr(one.reward, name) for name in FIELDS}
        self._catalogue("rewards.change", values, one.reward.sizes)
        self._stock(one)
        may = self.workbench.may("rewards.change")
        if one.reward.retired_at is None:
            out = button(self.tr("Take out"), "retireGoods", self._on_retire)
            save = button(self.tr("Save"), "saveGoods", self._on_save, "primary")
            for part in (out, save):
                part.setEnabled(may)
            self.foot.addLayout(row(out, None, save), 1)
        else:
            back = button(self.tr("Put back"), "restoreGoods", self._on_restore, "primary")
            back.setEnabled(may)
            self.foot.addLayout(row(None, back), 1)
        self.end()

    def _catalogue(self, kind: str, values: dict[str, Any], sizes: tuple[str, ...] = ()) -> None:
        self.shown = QLabel()
        self.shown.setObjectName("goodsPicture")
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.shown.setAccessibleName(words.say("field.reward.picture"))
        self.body.addWidget(self.shown)
        choose = button(self.tr("Choose a picture…"), "goodsChoose", self._on_choose, "", "photo")
        self.body.addLayout(row(choose, None))
        self._show_picture()
        shelves = [(words.say(f"value.shelf.{one}"), one) for one in get_args(Shelf)]
        self._form = Form(kind, "goods", "reward", only=FIELDS, values=values, choices={"shelf": shelves})
        self.body.addWidget(self._form)
        said = words.say("field.reward.sizes")
        self._sizes = QLineEdit(" ".join(sizes))
        self._sizes.setObjectName("goodsSizes")
        self._sizes.setAccessibleName(said)
        self._sizes.setPlaceholderText(self.tr("e.g. S M L; none where there is only one"))
        self.body.addWidget(label(said, "caption"))
        self.body.addWidget(self._sizes)
        may = self.workbench.may(kind)
        for part in (choose, self._form, self._sizes):
            part.setEnabled(may)

    def _stock(self, one: Goods) -> None:
        self.body.addWidget(line())
        self.body.addWidget(label(self.tr("Stock"), "section"))
        for stock in one.stocks:
            there = self.tr("{on_hand} in stock, {held} of them held").format(on_hand=stock.on_hand, held=stock.held)
            self.body.addWidget(label(f"{stock.size}  {there}".strip()))
        if self.workbench.may("stock.take_in"):
            self.body.addWidget(StockForm(self.workbench, self.toast, one))
        else:
            self.body.addWidget(label(self.tr("The shop clerk takes goods in and counts them."), "caption", wrap=True))
        book = self.workbench.ask(stock_book, reward=one.id, most=BOOK)
        if book:
            self.body.addWidget(label(self.tr("What came and went last"), "head"))
        for move in book:
            what = words.say(f"value.movement.{move.movement}")
            said = " · ".join(part for part in (what, move.size, move.note) if part)
            when = label(words.when(move.at, self.workbench.now()), "caption")
            pieces = label(signed(move.pieces), "head")
            self.body.addLayout(row(column(label(said, wrap=True), when, gap=0), None, pieces))

    # its picture

    def _show_picture(self) -> None:
        data = self.workbench.photo(self._picture) if self._picture else None
        made = decoded(data, 512) if data is not None else None
        self.shown.setVisible(made is not None)
        if made is not None:
            self.shown.setPixmap(made.scaledToHeight(PICTURE_HIGH, Qt.TransformationMode.SmoothTransformation))

    def _on_choose(self) -> None:
        forms = [self.tr("Pictures (*.jpg *.jpeg *.png *.webp)")]
        ask_open(self.window(), "goodsFile", self.tr("Choose a picture…"), forms, self.take_picture)

    def take_picture(self, file: str) -> None:
        """The file's picture, made clean in a task."""

        def cleaned() -> "CleanPhoto":
            from services.photos import clean

            return clean(Path(file).read_bytes())

        self.tasks.run(cleaned, self._on_picture, self._on_no_picture)

    def _on_picture(self, photo: "CleanPhoto") -> None:
        self._picture = self.workbench.keep_photo(photo)
        self._show_picture()

    def _on_no_picture(self, error: Exception) -> None:
        if not isinstance(error, Refused | OSError):
            raise error
        self.toast.bad(words.refusal(error) if isinstance(error, Refused) else str(error.strerror))

    # what is done

    def _given(self) -> dict[str, Any] | None:
        missing = self._form.missing()
        if missing:
            self.toast.bad(self.tr("Please fill in: {field}").format(field=missing))
            return None
        picture = {"picture": self._picture} if self._picture else {}
        return {**self._form.values(), "sizes": self._sizes.text().split(), **picture}

    def _on_add(self) -> None:
        given = self._given()
        if given is not None and self.workbench.run("rewards.add", **given).ok:
            self.toast.good(self.tr("It is in the catalogue."), self.tr("Undo"), self.workbench.undo)
            self._on_close()

    def _on_save(self) -> None:
        given = self._given()
        if given is not None and self.one and self.workbench.run("rewards.change", reward=self.one.id, **given).ok:
            self.toast.good(self.tr("Saved."), self.tr("Undo"), self.workbench.undo)

    def _on_retire(self) -> None:
        if self.one and self.workbench.run("rewards.retire", reward=self.one.id).ok:
            self.toast.good(self.tr("It is no longer in the catalogue."), self.tr("Undo"), self.workbench.undo)
            self._on_close()

    def _on_restore(self) -> None:
        if self.one and self.workbench.run("rewards.restore", reward=self.one.id).ok:
            self.toast.good(self.tr("It is in the catalogue."), self.tr("Undo"), self.workbench.undo)
