"""Training: who may not work today first of all; then sessions, courses and certificates."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from desktop import words
from desktop.style.tokens import PAGE_PADDING
from desktop.views.action import Action, deed_button
from desktop.views.page import Page
from desktop.views.palette.finder import Finder
from desktop.views.training.course_part import ask_course, ask_post, ask_record, show_course, show_posts
from desktop.views.training.document_part import ask_limits
from desktop.views.training.doors_view import DoorRow, DoorsView
from desktop.views.training.drill_part import ask_drill, ask_items, drill_columns, show_drill
from desktop.views.training.drill_year import DrillYear
from desktop.views.training.finding import COURSES, EMERGENCY_PLANS
from desktop.views.training.gaps_view import GapsView
from desktop.views.training.learner_part import ask_certificate, ask_warnings, show_certificate, show_learner
from desktop.views.training.lists import certificate_columns, course_columns, session_columns
from desktop.views.training.needs_part import ask_needs, show_needs
from desktop.views.training.panel import TrainingPanel
from desktop.views.training.paste_part import show_paste
from desktop.views.training.plan_part import ask_plan, plan_columns, show_plan, show_ready
from desktop.views.training.session_part import ask_session, show_session
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.parts import box, button, column, joined, row
from desktop.widgets.table import Table
from services.store.queries.emergencies import DrillRow, PlanRow, drill_rows, plan_rows
from services.store.queries.training import (
    CertificateRow,
    CourseRow,
    Learner,
    SessionRow,
    certificate_rows,
    course_rows,
    session_rows,
)
from services.store.records import Records

VIEWS = ("gaps", "sessions", "courses", "certificates", "plans", "drills", "doors")


class TrainingPage(Page):
    """What people must have learnt, and whether they have."""

    key, icon = "training", "training"
    kinds = frozenset(
        {"course", "question", "post", "posting", "training_record", "certificate", "training_session", "attendance",
         "emergency_plan", "drill", "drill_mark", "drill_joining", "drill_finding", "hazard", "zone",
         "person", "team", "plant", "zone_need", "document"}
    )  # fmt: skip

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("Pages", "Training & drills")

    @classmethod
    def offers(cls) -> tuple[Action, ...]:
        translate = QCoreApplication.translate
        return (
            Action(name="planSession", title=translate("TrainingPage", "Plan a session"), run="plan", keys="Ctrl+N",
                   picture="add", operation="training_sessions.plan", anywhere=True),
            Action(name="recordTraining", title=translate("TrainingPage", "Record training"), run="record",
                   picture="edit", operation="training.record", anywhere=True),
            Action(name="newCourse", title=translate("TrainingPage", "New course"), run="course", picture="add",
                   operation="courses.add"),
            Action(name="newPost", title=translate("TrainingPage", "New post"), run="post", picture="add",
                   operation="posts.add"),
            Action(name="showPosts", title=translate("TrainingPage", "Posts"), run="posts", picture="people"),
            Action(
                name="setWarnings",
                title=translate("TrainingPage", "Early warnings"),
                run="warnings",
                picture="bell",
                operation="plant.set_training_warnings",
            ),
            Action(name="documentLimits", title=translate("TrainingPage", "Limits of documents"), run="limits",
                   picture="edit", operation="plant.set_documents"),
            Action(name="newPlan", title=translate("TrainingPage", "New emergency plan"), run="new_plan", picture="add",
                   operation="emergency_plans.make"),
            Action(name="readyPlans", title=translate("TrainingPage", "Ready emergency plans"), run="ready_plans",
                   picture="training", operation="emergency_plans.make", anywhere=True),
            Action(name="planDrill", title=translate("TrainingPage", "Plan a drill"), run="drill", picture="add",
                   operation="drills.plan", anywhere=True),
            Action(name="pasteCertificates", title=translate("TrainingPage", "Paste certificates"), run="paste",
                   picture="edit", operation="certificates.add", anywhere=True),
            Action(name="drillItems", title=translate("TrainingPage", "Items of evaluation"), run="drill_items",
                   picture="edit", operation="drill_forms.set"),
            Action(name="zoneNeeds", title=translate("TrainingPage", "What zones ask for"), run="needs",
                   picture="access", operation="zone_needs.set"),
            Action(name="newCertificate", title=translate("TrainingPage", "Add a certificate"), run="certificate",
                   picture="add", operation="certificates.add", anywhere=True),
        )  # fmt: skip

    @classmethod
    def finders(cls) -> tuple[Finder, ...]:
        return COURSES, EMERGENCY_PLANS

    def show_record(self, kind: str, id_: str) -> None:
        if kind == "zone":
            self.show_view("doors")
            ask_needs(self.panel, id_)
            return
        view = "plans" if kind == "emergency_plan" else "courses"
        self.show_view(view)
        self.tables[VIEWS.index(view)].choose(id_)
        (show_plan if view == "plans" else show_course)(self.panel, id_)

    def show_only(self, part: str) -> None:
        if part in VIEWS:
            self.show_view(part)
        else:
            self.show_view("gaps")
            self.gaps.show_only(part)

    def build(self) -> None:
        titles = {"gaps": self.tr("Who may work"), "sessions": self.tr("Sessions"),
                  "courses": self.tr("Courses and questions"), "certificates": self.tr("Certificates"),
                  "plans": self.tr("Emergency plans"), "drills": self.tr("Drills"),
                  "doors": self.tr("At doors")}  # fmt: skip
        self._segments = {
            name: button(titles[name], f"view-{name}", partial(self.show_view, name), "segment") for name in VIEWS
        }
        for segment in self._segments.values():
            segment.setCheckable(True)
        self.panel = TrainingPanel(self.workbench, self.toast)
        self.panel.closed.connect(self._on_closed)
        self.gaps = GapsView(self.workbench)
        self.gaps.chosen.connect(self._on_learner)
        self.sessions = Table("sessionsTable", session_columns(self.workbench.now()))
        self.sessions.chosen.connect(self._on_session)
        self.courses = Table("coursesTable", course_columns())
        self.courses.chosen.connect(self._on_course)
        self.certificates = Table("certificatesTable", certificate_columns())
        self.certificates.chosen.connect(self._on_certificate)
        self.plans = Table("plansOfEmergency", plan_columns())
        self.plans.chosen.connect(self._on_plan)
        self.drills = Table("emergencyDrills", drill_columns(self.workbench.now()))
        self.drills.chosen.connect(self._on_drill)
        self.year = DrillYear(self.workbench.now())
        self.year.picked.connect(self._on_month)
        self.doors = DoorsView(self.workbench)
        self.doors.chosen.connect(self._on_door)
        self.doors.needs_wanted.connect(self.needs)
        self.tables = (self.gaps.table, self.sessions, self.courses, self.certificates, self.plans, self.drills,
                       self.doors.table)  # fmt: skip
        for table in self.tables:
            table.filter.show()
            self.tell_copies(table)
        self.views = QStackedWidget()
        drills = QWidget()
        drills.setLayout(column(self.year, self.drills, gap=12))
        views = (self.gaps, *self.tables[1:-2], drills, self.doors)
        for view, none in zip(views, (*self._nothing(), None), strict=True):
            inner = QStackedWidget()
            inner.addWidget(view)
            if none is not None:
                inner.addWidget(none)
            self.views.addWidget(inner)
        self._deeds = {
            "gaps": self._buttons("showPosts", "recordTraining"),
            "sessions": self._buttons("planSession"),
            "courses": self._buttons("documentLimits", "showPosts", "newCourse"),
            "certificates": self._buttons("setWarnings", "pasteCertificates", "newCertificate"),
            "plans": self._buttons("documentLimits", "readyPlans", "newPlan"),
            "drills": self._buttons("drillItems", "planDrill"),
            "doors": self._buttons("zoneNeeds"),
        }
        content = box(column(self.views, margins=(PAGE_PADDING, 0, PAGE_PADDING, PAGE_PADDING)))
        head = self.head(None, *self._deeds.values())
        bar = row(box(joined(*self._segments.values())), None, margins=(PAGE_PADDING, 0, PAGE_PADDING, 12))
        self.setLayout(row(column(head, bar, content, gap=0), self.panel, gap=0))
        self.first = self.gaps.table.view
        self.show_view("gaps")

    def _nothing(self) -> tuple[EmptyState, ...]:
        posts = self.tr("Say which posts there are and what they ask for; then who may not work is seen here.")
        sessions = self.tr("Plan a session: people are told, and sign in with the phone by the code on the screen.")
        courses = self.tr("A course is what somebody must have passed: by a session, by a short test, or by both.")
        held = self.tr("Certificates of special operations with their expiry: people are told 90, 30 and 7 days ahead.")
        plans = self.tr("A plan says what is done, by whom, and whom to call; phones find it by a zone's label.")
        drills = self.tr("A drill runs by its plan's steps with a stopwatch on the phone, and is evaluated here.")
        deeds = self.deeds
        return (
            self._empty(self.tr("No posts yet"), posts, "firstPost", deeds["newPost"].trigger, self.tr("New post")),
            self._empty(self.tr("No sessions yet"), sessions, "firstSession", deeds["planSession"].trigger,
                        self.tr("Plan a session")),
            self._empty(self.tr("No courses yet"), courses, "firstCourse", deeds["newCourse"].trigger,
                        self.tr("New course")),
            self._empty(self.tr("No certificates yet"), held, "firstCertificate", deeds["newCertificate"].trigger,
                        self.tr("Add a certificate")),
            self._empty(self.tr("No emergency plans yet"), plans, "firstPlan", deeds["readyPlans"].trigger,
                        self.tr("Ready emergency plans")),
            self._empty(self.tr("No drills yet"), drills, "firstDrill", deeds["planDrill"].trigger,
                        self.tr("Plan a drill")),
        )  # fmt: skip

    @staticmethod
    def _empty(title: str, text: str, name: str, deed: Callable[[], object], said: str) -> EmptyState:
        return EmptyState("training", title, text, said, name, deed)

    def _buttons(self, *names: str) -> QFrame:
        looks = ["primary" if name == names[-1] else "" for name in names]
        return box(row(*(deed_button(self.deeds[name], look) for name, look in zip(names, looks, strict=True))))

    def show_view(self, name: str) -> None:
        """One of the views; the panel closes."""
        for other, segment in self._segments.items():
            segment.setChecked(other == name)
            self._deeds[other].setVisible(other == name)
        self.views.setCurrentIndex(VIEWS.index(name))
        self.panel.hide()
        for table in self.tables:
            table.view.clearSelection()
        self._refresh_view()

    def refresh(self) -> None:
        self._refresh_view()
        self.panel.follow()

    def _refresh_view(self) -> None:
        """What is seen, as it is now; the others are read when they are turned to."""
        place = self.views.currentIndex()
        today = words.local(self.workbench.now()).date()
        queries: dict[str, Callable[..., Any]] = {
            "gaps": _any_posts,
            "sessions": session_rows,
            "courses": partial(course_rows, today=today),
            "certificates": partial(certificate_rows, today=today),
            "plans": plan_rows,
            "drills": drill_rows,
        }
        if VIEWS[place] == "doors":
            return
        there = self.workbench.ask(queries[VIEWS[place]])
        if VIEWS[place] == "gaps":
            self.gaps.refresh()
        else:
            self.tables[place].show_rows(there)
        if VIEWS[place] == "drills":
            self.year.show_rows(there)
        inner = self.views.currentWidget()
        assert isinstance(inner, QStackedWidget)
        inner.setCurrentIndex(0 if there else 1)

    def plan(self) -> None:
        """The form of a new session."""
        self.show_view("sessions")
        ask_session(self.panel)

    def record(self) -> None:
        """The form of training that was given."""
        ask_record(self.panel)

    def course(self) -> None:
        """The form of a new course."""
        self.show_view("courses")
        ask_course(self.panel)

    def post(self) -> None:
        """The form of a new post."""
        ask_post(self.panel)

    def posts(self) -> None:
        """The posts, each with what it asks for."""
        show_posts(self.panel)

    def certificate(self) -> None:
        """The form of a new certificate."""
        self.show_view("certificates")
        ask_certificate(self.panel)

    def _on_learner(self, one: Learner | None) -> None:
        if one is not None:
            show_learner(self.panel, one.id)

    def _on_session(self, one: SessionRow | None) -> None:
        if one is not None:
            show_session(self.panel, one.id)

    def _on_course(self, one: CourseRow | None) -> None:
        if one is not None:
            show_course(self.panel, one.id)

    def warnings(self) -> None:
        """The form of when it is warned."""
        ask_warnings(self.panel)

    def limits(self) -> None:
        """The form of how large documents may be and how many."""
        ask_limits(self.panel)

    def new_plan(self) -> None:
        """The form of a new emergency plan."""
        self.show_view("plans")
        ask_plan(self.panel)

    def ready_plans(self) -> None:
        """The ready emergency plans."""
        self.show_view("plans")
        show_ready(self.panel)

    def drill(self) -> None:
        """The form of a new drill."""
        self.show_view("drills")
        ask_drill(self.panel)

    def paste(self) -> None:
        """Certificates that were copied in Excel."""
        self.show_view("certificates")
        show_paste(self.panel)

    def drill_items(self) -> None:
        """By what drills are evaluated."""
        self.show_view("drills")
        ask_items(self.panel)

    def _on_plan(self, one: PlanRow | None) -> None:
        if one is not None:
            show_plan(self.panel, one.id)

    def _on_month(self, month: int) -> None:
        self.drills.show_rows(self.year.of(month))

    def _on_drill(self, one: DrillRow | None) -> None:
        if one is not None:
            show_drill(self.panel, one.id)

    def needs(self) -> None:
        """What zones ask for."""
        self.show_view("doors")
        show_needs(self.panel)

    def _on_door(self, one: DoorRow | None) -> None:
        if one is not None:
            show_learner(self.panel, one.person)

    def _on_certificate(self, one: CertificateRow | None) -> None:
        if one is not None:
            show_certificate(self.panel, one.id)

    def _on_closed(self) -> None:
        for table in self.tables:
            table.view.clearSelection()
        self.tables[self.views.currentIndex()].view.setFocus()


def _any_posts(look: Records) -> bool:
    return any(one.retired_at is None for one in look.find("post"))
