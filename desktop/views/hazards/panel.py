"""The side panel of one hazard: photos, facts, why it went where it went, its history, and what can be done."""

from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QPushButton, QWidget

from desktop import words
from desktop.style.signs import sign_pixmap
from desktop.views.hazards.extra_part import extra_facts, hazard_fields
from desktop.views.hazards.history import sentence
from desktop.views.hazards.major_part import major_part
from desktop.views.hazards.merging_part import merged_part, reports_part, twin_part
from desktop.views.hazards.release_part import release_row
from desktop.views.hazards.rights import (
    may_answer,
    may_dispatch,
    may_grade,
    may_merge,
    may_part,
    may_plan,
    may_reject,
    may_release,
    may_take,
)
from desktop.views.hazards.shown import (
    Shown,
    called,
    clock,
    kept_sentence,
    name,
    number,
    reporter,
    review_word,
    sent_to,
    state,
)
from desktop.widgets.flow import Flow
from desktop.widgets.parts import button, label, picture, row
from desktop.widgets.pictures import Pictures, Thumb
from desktop.widgets.side_panel import SidePanel
from desktop.workbench import Workbench
from services.core.hazards import Hazard
from services.core.people import Person
from services.core.photo_releases import released
from services.store.queries.hazards import merged_into
from services.store.queries.journal import EntryRow, entry_rows
from services.store.queries.people import person_rows, team_rows

PHOTO, EXTRA_PHOTO = QSize(154, 116), QSize(88, 66)
LONG_HEAD, HEAD_WIDE = 20, 120  # of a field that the plant has named


class HazardPanel(SidePanel):
    """Signals carry the hazard's id; `dispatched` also a team or a person (one of them None); `deed_wanted` first the
    name of a deed (see HazardDeeds)."""

    review_wanted = Signal(str)
    return_wanted = Signal(str)
    deed_wanted = Signal(str, str)
    differ_wanted = Signal(str, str)
    open_wanted = Signal(str)
    notice_wanted = Signal(str)
    dispatched = Signal(str, object, object)

    def __init__(self, workbench: Workbench, pictures: Pictures) -> None:
        super().__init__("hazardPanel")
        self._workbench, self._pictures = workbench, pictures
        self._known: Any = None
        self._one: Shown | None = None
        self._twin: Hazard | None = None
        self._clock = QLabel()
        self._team, self._person = QComboBox(), QComboBox()

    def show_hazard(self, one: Shown, twin: Hazard | None = None) -> None:
        """Shows this one; what is being chosen in the panel stays as long as nothing about it changes. `twin` is an
        older one that it may be the same as."""
        entries: tuple[EntryRow, ...] = self._workbench.ask(entry_rows, record=one.id)
        me = self._workbench.me
        known = (one, entries, me, twin, self._workbench.ask(released, hazard=one.id))
        if known != self._known or not self.isVisible():
            self._known, self._one, self._twin = known, one, twin
            self.start(called(one.hazard))
            self._fill(one, entries)
            self.end()
        for thumb in self.findChildren(Thumb):
            thumb.update()
        self._clock.setText("" if one.unconfirmed or not one.row.clock else clock(one, self._workbench.now()))

    def _fill(self, one: Shown, entries: tuple[EntryRow, ...]) -> None:
        place = label(f"{one.row.zone.name} · {number(one.hazard)}", "muted", "panelNumber", copy=True)
        self.body.addLayout(row(picture(one.row.zone.zone_class, "badge", 18), place, None))
        self.body.addLayout(self._status(one))
        if one.stale:
            self.body.addWidget(label(self.tr("The photos have changed since you looked: look again."), "error"))
        if kept_sentence(one):
            self.body.addWidget(label(kept_sentence(one), "warning", "panelKept", wrap=True))
        self._merging(one)
        self.body.addLayout(self._photos(one))
        if one.hazard.after and self._workbench.may("photo_releases.set"):
            self.body.addLayout(release_row(self._workbench, one.hazard))
        self._facts(one)
        me = self._workbench.me
        self._grade(one, me)
        if me is not None and may_dispatch(me, one.hazard):
            self._dispatch(one)
        self.body.addWidget(label(self.tr("History"), "head"))
        for entry in entries:
            self.body.addLayout(self._entry(entry))
        self._actions(one)

    def _status(self, one: Shown) -> Any:
        sign = QLabel()
        sign.setPixmap(sign_pixmap(one.status, 14, self.devicePixelRatioF()))
        look = {"overdue": "error", "pending": "warning"}.get(one.status, "muted")
        self._clock = label("", look)
        return row(sign, label(state(one), look, "panelState"), None, self._clock, gap=6)

    def _photos(self, one: Shown) -> Any:
        pair: list[QWidget | None] = []
        for photos, word, key in (
            (one.hazard.before, self.tr("Before"), "panelBefore"),
            (one.hazard.after, self.tr("After"), "panelAfter"),
        ):
            thumb = Thumb(self._pictures, photos[0] if photos else "", PHOTO, key, word)
            thumb.clicked.connect(self._on_review)
            pair.append(thumb)
        return row(*pair, None, gap=12, margins=(0, 4, 0, 4))

    def _facts(self, one: Shown) -> None:
        hazard, now = one.hazard, self._workbench.now()
        why = words.say(f"why.{hazard.why}") if hazard.why else ""
        fixed = f"{name(one.row.fixer)} · {words.when(hazard.fixed_at, now)}"
        facts = (
            (self.tr("Reported"), f"{words.when(hazard.reported_at, now)} · {reporter(one.row)}"),
            (self.tr("Category"), words.category(hazard.category)),
            (self.tr("Sent to"), sent_to(one.row)),
            (self.tr("Why there"), why),
            (self.tr("Fix due"), words.when(hazard.due_at, now) if hazard.due_at else ""),
            (self.tr("Asks for time until"), words.when(hazard.more_until, now) if hazard.more_until else ""),
            (self.tr("Why more time"), hazard.more_reason if hazard.more_until else ""),
            (self.tr("Time not granted"), hazard.more_refused),
            (self.tr("Fixed by"), fixed if hazard.fixed_by else ""),
            (self.tr("Fix note"), hazard.fix_note),
            (self.tr("Returned"), hazard.return_reason),
            (self.tr("Rejected"), hazard.reject_reason),
            *extra_facts(self._workbench, hazard),
        )
        grid = QGridLayout()
        grid.setContentsMargins(0, 4, 0, 8)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for at, (head, text) in enumerate((head, text) for head, text in facts if text):
            said = label(head, "muted", wrap=len(head) > LONG_HEAD)
            if len(head) > LONG_HEAD:
                said.setFixedWidth(HEAD_WIDE)
            grid.addWidget(said, at, 0)
            grid.addWidget(label(text, "", wrap=True, copy=True), at, 1)
        self.body.addLayout(grid)
        if hazard.extra_photos:
            self.body.addLayout(self._extra_photos(hazard))
        if self._workbench.may("hazards.fill_in") and hazard_fields(self._workbench) is not None:
            text = self.tr("Change the extra fields…") if hazard.extra_form else self.tr("Fill in the extra fields…")
            self.body.addLayout(row(self._deed(text, "panelFill", "fill_in", "link"), None))

    def _extra_photos(self, hazard: Hazard) -> Flow:
        """The photos that the plant's own fields ask for."""
        shown = Flow()
        for place, sha256 in enumerate(hazard.extra_photos, start=1):
            asked = next((one.item for one in hazard.extra if sha256 in one.photos), "")
            shown.addWidget(Thumb(self._pictures, sha256, EXTRA_PHOTO, f"extraPhoto{place}", asked))
        return shown

    def _merging(self, one: Shown) -> None:
        """What it may be the same as, or has been found to be."""
        me = self._workbench.me
        if self._twin is not None and me is not None and may_merge(me, one.hazard):
            self.body.addWidget(twin_part(self._twin, self._on_merge, self._on_differ))
        if one.row.into is not None:
            part = self._on_part if me is not None and may_part(me, one.hazard) else None
            self.body.addWidget(merged_part(one.row.into, self._on_open_into, part))
        merged = self._workbench.ask(merged_into, hazard=one.id) if one.hazard.open else ()
        if merged:
            self.body.addWidget(reports_part(merged))

    def _grade(self, one: Shown, me: Person | None) -> None:
        """What a major hazard needs, and the way from general to major and back."""
        if one.hazard.grade == "major":
            plan = one.row.plan
            found = self._workbench.ask(_get, kind="person", id_=plan.responsible) if plan is not None else None
            write = self._on_plan if me is not None and may_plan(me, one.hazard) else None
            self.body.addWidget(major_part(one, name(found), self._workbench.now(), write))
        if me is not None and may_grade(me, one.hazard):
            major = one.hazard.grade == "major"
            text = self.tr("Grade as general…") if major else self.tr("Grade as major…")
            made = self._deed(text, "panelGrade", "grade_general" if major else "grade_major", "link")
            merge = may_merge(me, one.hazard)
            same = self._deed(self.tr("The same as…"), "panelSame", "merge", "link") if merge else None
            self.body.addLayout(row(made, same, None) if same is not None else row(made, None))

    def _deed(self, text: str, name_: str, deed: str, look: str = "") -> QPushButton:
        """A button that begins a deed."""
        made = button(text, name_, self._on_deed, look)
        made.setProperty("deed", deed)
        return made

    def _dispatch(self, one: Shown) -> None:
        self._team, self._person = QComboBox(), QComboBox()
        self._team.setObjectName("dispatchTeam")
        self._person.setObjectName("dispatchPerson")
        self._team.addItem(self.tr("A team…"), None)
        for team in self._workbench.ask(team_rows):
            self._team.addItem(team.name, team.id)
        self._person.addItem(self.tr("A person…"), None)
        for person in self._workbench.ask(person_rows):
            self._person.addItem(name(person.person), person.id)
        self._team.activated.connect(self._on_team)
        self._person.activated.connect(self._on_person)
        self._send = button(self.tr("Send"), "dispatch", self._on_dispatch)
        self._send.setEnabled(False)
        self.body.addWidget(label(self.tr("Send to") if one.hazard.why is None else self.tr("Send on to"), "head"))
        self.body.addLayout(row(self._team, self._person, self._send))
        links = row(gap=4)
        me = self._workbench.me
        if me is not None and may_release(me, one.hazard):
            links.addWidget(self._deed(self.tr("Into the open pool"), "panelRelease", "release", "link"))
        if one.row.assignee is not None:
            text = self.tr("Hand over all of {who}…").format(who=name(one.row.assignee))
            links.addWidget(self._deed(text, "panelHandOver", "hand_over", "link"))
        links.addStretch(1)
        self.body.addLayout(links)

    def _entry(self, entry: EntryRow) -> Any:
        when = label(words.when(entry.at, self._workbench.now()), "caption")
        when.setToolTip(words.full(entry.at))
        when.setFixedWidth(92)
        text = label(sentence(entry, self._whom, self._number), "caption", wrap=True)
        made = row(when, gap=8)
        made.addWidget(text, 1)
        return made

    def _number(self, hazard: str) -> str:
        """What another hazard is called."""
        found = self._workbench.ask(_get, kind="hazard", id_=hazard) if hazard else None
        return number(found) if found is not None else "–"

    def _whom(self, after: dict[str, Any]) -> str:
        """The team or person that a hazard's record names."""
        for kind, id_ in (("person", after.get("assignee")), ("team", after.get("team"))):
            found = self._workbench.ask(_get, kind=kind, id_=id_) if id_ else None
            if found is not None:
                return str(found.name)
        return "–"

    def _actions(self, one: Shown) -> None:
        me = self._workbench.me
        if one.mine:
            text = self.tr("Do the {review}").format(review=review_word(one.hazard))
            self.foot.addWidget(button(text, "panelReview", self._on_review, "primary", "review"))
            self.foot.addWidget(button(self.tr("Return…"), "panelReturn", self._on_return))
        elif one.hazard.after:
            self.foot.addWidget(button(self.tr("Compare photos"), "panelReview", self._on_review, "", "review"))
        if me is not None and not one.unconfirmed and may_take(me, one.hazard):
            self.foot.addWidget(self._deed(self.tr("Take it on myself"), "panelTake", "take", "primary"))
        asks = {"hazard": one.hazard, "zone": one.row.zone, "now": self._workbench.now()}
        if me is not None and self._workbench.ask(may_answer, me=me, **asks):
            self.foot.addWidget(self._deed(self.tr("Grant more time"), "panelGrant", "grant_time", "primary"))
            self.foot.addWidget(self._deed(self.tr("Not granted…"), "panelRefuseTime", "refuse_time"))
        if me is not None and may_reject(me, one.hazard):
            self.foot.addWidget(self._deed(self.tr("Not a hazard…"), "panelReject", "reject"))
        self.foot.addWidget(button(self.tr("Notice…"), "panelNotice", self._on_notice, "", "print"))
        self.foot.addStretch(1)

    def _on_team(self) -> None:
        self._person.setCurrentIndex(0)
        self._send.setEnabled(self._team.currentData() is not None)

    def _on_person(self) -> None:
        self._team.setCurrentIndex(0)
        self._send.setEnabled(self._person.currentData() is not None)

    def _on_dispatch(self) -> None:
        if self._one is not None:
            self.dispatched.emit(self._one.id, self._team.currentData(), self._person.currentData())

    def _on_review(self) -> None:
        if self._one is not None:
            self.review_wanted.emit(self._one.id)

    def _on_return(self) -> None:
        if self._one is not None:
            self.return_wanted.emit(self._one.id)

    def _on_merge(self) -> None:
        if self._one is not None:
            self.deed_wanted.emit("merge", self._one.id)

    def _on_differ(self) -> None:
        if self._one is not None and self._twin is not None:
            self.differ_wanted.emit(self._one.id, self._twin.id)

    def _on_part(self) -> None:
        if self._one is not None:
            self.deed_wanted.emit("part", self._one.id)

    def _on_open_into(self) -> None:
        if self._one is not None and self._one.row.into is not None:
            self.open_wanted.emit(self._one.row.into.id)

    def _on_notice(self) -> None:
        if self._one is not None:
            self.notice_wanted.emit(self._one.id)

    def _on_plan(self) -> None:
        if self._one is not None:
            self.deed_wanted.emit("plan", self._one.id)

    def _on_deed(self) -> None:
        if self._one is not None:
            self.deed_wanted.emit(str(self.sender().property("deed")), self._one.id)


def _get(look: Any, kind: str, id_: str) -> Any:
    return look.get(kind, id_)
