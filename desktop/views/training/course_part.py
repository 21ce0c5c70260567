"""In the panel: a course with its materials and questions, and posts with what they ask for; and their forms."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from desktop import words
from desktop.language import language
from desktop.views.training.document_part import documents_part
from desktop.views.training.said import course_length
from desktop.widgets.choice import Choice
from desktop.widgets.form import Form
from desktop.widgets.parts import button, column, label, line, row
from desktop.widgets.photo_tray import PhotoTray
from desktop.widgets.pictures import decoded
from desktop.widgets.ticks import Ticks
from services.core.courses import Course, Question
from services.core.operation import known_kind
from services.core.record import as_json
from services.library.questions import ready_questions
from services.store.queries.training import course_rows

if TYPE_CHECKING:
    from desktop.views.training.panel import TrainingPanel

FIELDS = ("name", "stage", "hours", "valid_months", "passed_by", "questions", "pass_percent", "about")
PAGE_EDGE = 240
MARK = "*"  # before a right choice


def _options(kind: str, name: str) -> list[tuple[str, str]]:
    codes = known_kind(kind).schema()["properties"][name]["enum"]
    return [(words.say(f"value.{name}.{code}"), code) for code in codes]


def _course_form(kind: str, values: dict[str, Any]) -> Form:
    choices = {name: _options(kind, name) for name in ("stage", "passed_by")}
    return Form(kind, "course", "course", only=FIELDS, values=values, choices=choices)


def ask_course(panel: "TrainingPanel") -> None:
    """A new course."""
    translate = QCoreApplication.translate
    usual = {"hours": 2.0, "questions": 10, "pass_percent": 80, "passed_by": "attendance", "stage": "plant_level"}
    form = _course_form("courses.add", usual)
    panel.ask(translate("Courses", "New course"), "courses.add", translate("Courses", "The course is there."), form,
              after=partial(show_course, panel))  # fmt: skip


def show_course(panel: "TrainingPanel", course: str) -> None:
    """All about one course."""
    translate = QCoreApplication.translate
    today = words.local(panel.workbench.now()).date()
    found = next((one for one in panel.workbench.ask(course_rows, today=today) if one.id == course), None)
    if found is None:
        panel.hide()
        return
    one = found.course
    panel.begin(one.name, partial(show_course, panel, course))
    how = words.listed([
        words.say(f"value.stage.{one.stage}"), words.say(f"value.passed_by.{one.passed_by}"),
        translate("Courses", "{hours} h of teaching").format(hours=f"{one.hours:g}"), course_length(one.valid_months),
    ])  # fmt: skip
    panel.body.addWidget(label(how, "muted", "courseHow", wrap=True))
    if one.about:
        panel.body.addWidget(label(one.about, wrap=True))
    _materials(panel, one)
    documents_part(panel, "course", one.id)
    if one.tested:
        _questions(panel, one)
    panel.deed(translate("Courses", "Change…"), "courseChange", "courses.change", partial(_ask_change, panel, one),
               "primary")  # fmt: skip
    record = translate("Courses", "Record training…")
    panel.deed(record, "courseRecord", "training.record", partial(ask_record, panel, course))
    retire = translate("Courses", "The course is retired.")
    panel.deed(translate("Courses", "Retire"), "courseRetire", "courses.retire",
               partial(panel.run, "courses.retire", retire, course=course))  # fmt: skip
    panel.end()


def _materials(panel: "TrainingPanel", one: Course) -> None:
    translate = QCoreApplication.translate
    panel.head_line(translate("Courses", "What it is learnt from"))
    for link in one.links:
        told = column(
            label(link.title, wrap=True), label(link.url, "caption", "courseLink", wrap=True, copy=True), gap=0
        )
        panel.body.addLayout(told)
    for number, file in enumerate(one.files, start=1):
        data = panel.workbench.photo(file)
        picture = decoded(data, PAGE_EDGE) if data else None
        named = translate("Courses", "Picture {n}").format(n=number)
        shown = label(named, "caption", "coursePage")
        if picture is not None:
            shown.setPixmap(picture)
            shown.setAccessibleName(named)
        panel.body.addWidget(shown)
    if not one.links and not one.files:
        panel.body.addWidget(label(translate("Courses", "Nothing yet."), "muted"))
    change = button(
        translate("Courses", "Set links and pictures…"), "courseLinks", partial(_ask_links, panel, one), "link"
    )
    change.setEnabled(panel.workbench.may("courses.set_materials"))
    panel.body.addLayout(row(change, None))


def _questions(panel: "TrainingPanel", one: Course) -> None:
    translate = QCoreApplication.translate
    bank: list[Question] = [
        question
        for question in panel.workbench.ask(lambda look: look.find("question", course=one.id))
        if question.retired_at is None
    ]
    many = len(bank)
    panel.head_line(translate("Courses", "%n questions", "", many))
    if len(bank) < one.questions:
        short = translate("Courses", "A test asks {n}: there are fewer in the bank.").format(n=one.questions)
        panel.body.addWidget(label(short, "warning", "bankShort", wrap=True))
    add = button(translate("Courses", "Add a question…"), "questionAdd", partial(ask_question, panel, one.id), "link")
    ready = button(translate("Courses", "Take the ready ones"), "questionsReady", partial(_take_ready, panel, one.id),
                   "link")  # fmt: skip
    for deed in (add, ready):
        deed.setEnabled(panel.workbench.may("questions.add"))
    panel.body.addLayout(row(add, ready, None))
    for number, question in enumerate(bank, start=1):
        kind = words.say(f"value.asks.{question.asks}")
        away = button(translate("Courses", "Retire"), f"questionRetire{number}",
                      partial(panel.run, "questions.retire", translate("Courses", "The question is retired."),
                              question=question.id), "link")  # fmt: skip
        away.setEnabled(panel.workbench.may("questions.retire"))
        panel.body.addWidget(line())
        head = row(label(f"{number}. {kind}", "caption"), None, away)
        told = column(head, label(question.text, "", "questionText", wrap=True), gap=0)
        told.addWidget(label(right_said(question), "caption", wrap=True))
        panel.body.addLayout(told)


def right_said(question: Question) -> str:
    """The right answer in words."""
    if question.asks == "true_false":
        return words.say("value.true.yes" if question.right == (0,) else "value.true.no")
    return words.listed(question.choices[place] for place in question.right)


def _ask_change(panel: "TrainingPanel", one: Course) -> None:
    translate = QCoreApplication.translate
    form = _course_form("courses.change", as_json(one))
    panel.ask(one.name, "courses.change", translate("Courses", "The course is changed."), form, course=one.id,
              after=lambda _: show_course(panel, one.id))  # fmt: skip


def ask_record(panel: "TrainingPanel", course: str = "") -> None:
    """Training that was given: who passed which course on what day."""
    translate = QCoreApplication.translate
    today = words.local(panel.workbench.now()).date()
    courses = [(one.course.name, one.id) for one in panel.workbench.ask(course_rows, today=today)]
    values = {"course": course, "day": today.isoformat()}
    form = Form("training.record", "training", "training_record", only=("course", "day", "score", "note"),
                values=values, choices={"course": courses})  # fmt: skip
    panel.ask(translate("Courses", "Record training"), "training.record", translate("Courses", "It is recorded."),
              form, panel.people())  # fmt: skip


class Lines(QWidget):
    """A text of several lines as an argument: each line is one."""

    def __init__(self, name: str, said: str, text: str = "", *below: QWidget) -> None:
        super().__init__()
        self.edit = QPlainTextEdit(text)
        self.edit.setObjectName(f"lines-{name}")
        self.edit.setAccessibleName(said)
        self.edit.setFixedHeight(132)
        self.edit.setTabChangesFocus(True)
        self.setLayout(column(*below, label(said, "caption", wrap=True), self.edit, gap=4))

    def lines(self) -> list[str]:
        """The lines that have something."""
        return [one.strip() for one in self.edit.toPlainText().splitlines() if one.strip()]


class Links(Lines):
    """Links, one a line: a title, then the address."""

    def values(self) -> dict[str, Any]:
        """As the operation takes them."""
        found = []
        for one in self.lines():
            title, _, url = one.rpartition(" ")
            found.append({"title": title.strip() or url[:80], "url": url})
        return {"links": found}


class Pages(QWidget):
    """The pictures that a course is learnt from: those that are there, each to be kept or not, and new ones."""

    def __init__(self, panel: "TrainingPanel", files: tuple[str, ...]) -> None:
        super().__init__()
        self._workbench, translate = panel.workbench, QCoreApplication.translate
        there = [(translate("Courses", "Picture {n}").format(n=place), one) for place, one in enumerate(files, 1)]
        self._kept = Ticks("files", translate("Courses", "Pictures that stay"), there, files)
        self._kept.setVisible(bool(files))
        self.tray = PhotoTray(panel.workbench.tasks, "coursePages")
        self.tray.changed.connect(partial(self._on_changed, panel))
        said = label(translate("Courses", "Pictures and pages, as photos"), "caption", wrap=True)
        self.setLayout(column(self._kept, said, self.tray, gap=4))

    def _on_changed(self, panel: "TrainingPanel") -> None:
        """What is still being cleaned is waited for."""
        save = panel.findChild(QPushButton, "trainingSave")
        if save is not None:
            save.setEnabled(not self.tray.busy)

    def values(self) -> dict[str, Any]:
        """As the operation takes them; new ones are kept here and go up with the next sync."""
        new = [self._workbench.keep_photo(one) for one in self.tray.photos]
        return {"files": list(dict.fromkeys([*self._kept.values()["files"], *new]))}


class Choices(Lines):
    """The choices of a question, one a line, the right ones with a star before them; and what kind it is."""

    def __init__(self) -> None:
        said = QCoreApplication.translate("Courses", "Choices, one a line; a * before each right one")
        kind = Choice("questionAsks", words.say("field.question.asks"))
        true = Choice("questionTrue", words.say("field.question.right"))
        kind.offer(_options("questions.add", "asks"), "single")
        true.offer([(words.say("value.true.yes"), "0"), (words.say("value.true.no"), "1")], "0")
        super().__init__("choices", said, "", kind, true)
        self.kind, self.true = kind, true
        self.kind.currentIndexChanged.connect(self._on_kind)
        self._on_kind()

    def _on_kind(self) -> None:
        judged = self.kind.currentData() == "true_false"
        self.edit.setVisible(not judged)
        self.true.setVisible(judged)

    def values(self) -> dict[str, Any]:
        """As the operation takes them."""
        asks = self.kind.currentData()
        if asks == "true_false":
            return {"asks": asks, "choices": [], "right": [int(self.true.currentData())]}
        lines = self.lines()
        right = [place for place, one in enumerate(lines) if one.startswith(MARK)]
        return {"asks": asks, "choices": [one.lstrip(MARK).strip() for one in lines], "right": right}


def _ask_links(panel: "TrainingPanel", one: Course) -> None:
    translate = QCoreApplication.translate
    said = translate("Courses", "One a line: the title, a blank, the address (https://…)")
    links = Links("links", said, "\n".join(f"{link.title} {link.url}" for link in one.links))
    panel.ask(one.name, "courses.set_materials", translate("Courses", "The materials are kept."), None, links,
              Pages(panel, one.files), course=one.id, after=lambda _: show_course(panel, one.id))  # fmt: skip


def ask_question(panel: "TrainingPanel", course: str) -> None:
    """A question more."""
    translate = QCoreApplication.translate
    form = Form("questions.add", "question", "question", only=("text", "why"))
    panel.ask(translate("Courses", "New question"), "questions.add", translate("Courses", "The question is there."),
              form, Choices(), course=course, after=lambda _: show_course(panel, course))  # fmt: skip


def _take_ready(panel: "TrainingPanel", course: str) -> None:
    """Those of the ready ones that the bank does not have yet, as one step."""
    known = {one.text for one in panel.workbench.ask(lambda look: look.find("question", course=course))}
    steps = [
        ("questions.add", {"course": course, **as_args})
        for as_args in ready_questions(language.name)
        if as_args["text"] not in known
    ]
    if steps and panel.workbench.run_as_one(*steps).ok:
        many = len(steps)
        told = QCoreApplication.translate("Courses", "%n questions have been added.", "", many)
        panel.toast.good(told, QCoreApplication.translate("Courses", "Undo"), panel.workbench.undo)
        show_course(panel, course)


def ask_post(panel: "TrainingPanel", post: str = "") -> None:
    """A new post, or what one asks for from now on."""
    translate = QCoreApplication.translate
    today = words.local(panel.workbench.now()).date()
    courses = [(one.course.name, one.id) for one in panel.workbench.ask(course_rows, today=today)]
    known = panel.workbench.ask(lambda look: look.get("post", post)) if post else None
    ticks = Ticks("courses", words.say("field.post.courses"), courses, known.courses if known else ())
    codes = known_kind("certificates.add").schema()["properties"]["trade"]["enum"]
    trades = Ticks("trades", words.say("field.post.trades"), [(words.say(f"value.trade.{one}"), one) for one in codes],
                   known.trades if known else ())  # fmt: skip
    if known is not None:
        told = translate("Courses", "The post asks for it from now on.")
        panel.ask(known.name, "posts.require", told, None, ticks, trades, post=post)
        return
    form = Form("posts.add", "post", "post", only=("name",))
    panel.ask(translate("Courses", "New post"), "posts.add", translate("Courses", "The post is there."), form, ticks,
              trades, after=partial(ask_giving, panel))  # fmt: skip


def ask_giving(panel: "TrainingPanel", post: str) -> None:
    """Who has a post."""
    translate = QCoreApplication.translate
    name = panel.workbench.ask(lambda look: look.get("post", post)).name
    title = translate("Courses", "Who is {post}?").format(post=name)
    panel.ask(title, "postings.give", translate("Courses", "The post is given."), None, panel.people(), post=post)


def show_posts(panel: "TrainingPanel") -> None:
    """The posts, each with what it asks for."""
    translate = QCoreApplication.translate
    panel.begin(translate("Courses", "Posts"), partial(show_posts, panel))
    found = sorted(panel.workbench.ask(lambda look: look.find("post")), key=lambda one: one.name)
    courses = {one.id: one.name for one in panel.workbench.ask(lambda look: look.find("course"))}
    for number, one in enumerate((post for post in found if post.retired_at is None), start=1):
        asked = [courses.get(course, "–") for course in one.courses]
        asked += [words.say(f"value.trade.{trade}") for trade in one.trades]
        text = words.listed(asked) or translate("Courses", "asks for nothing yet")
        change = button(translate("Courses", "Change"), f"postChange{number}", partial(ask_post, panel, one.id), "link")
        give = button(translate("Courses", "Who…"), f"postGive{number}", partial(ask_giving, panel, one.id), "link")
        change.setEnabled(panel.workbench.may("posts.require"))
        give.setEnabled(panel.workbench.may("postings.give"))
        panel.body.addLayout(row(label(one.name, "head", "postName"), None, give, change))
        panel.body.addWidget(label(text, "caption", "postAsks", wrap=True))
        panel.body.addWidget(line())
    new = translate("Courses", "New post…")
    panel.deed(new, "postNew", "posts.add", partial(ask_post, panel), "primary")
    panel.end()
