"""In the panel: a session with the code that one signs in by, who is there, and its beginning and end; and its form."""

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop import words
from desktop.widgets.form import Form
from desktop.widgets.parts import label, row
from desktop.widgets.qr_code import QrCode
from services.core.shape import utc_text
from services.store.queries.training import course_rows, session_rows
from services.store.records import Records

if TYPE_CHECKING:
    from desktop.views.training.panel import TrainingPanel

SIDE = 300


def ask_session(panel: "TrainingPanel") -> None:
    """A session that is to be, and who is invited."""
    translate = QCoreApplication.translate
    now = panel.workbench.now()
    courses = [
        (one.course.name, one.id)
        for one in panel.workbench.ask(course_rows, today=words.local(now).date())
        if one.course.passed_by != "test"
    ]
    begins = (now + timedelta(days=1)).replace(minute=0, second=0, microsecond=0)
    form = Form("training_sessions.plan", "session", "training_session",
                only=("course", "starts_at", "place", "trainer"), values={"starts_at": utc_text(begins)},
                choices={"course": courses})  # fmt: skip
    told = translate("SessionPart", "The session is planned; who is ticked has been told.")
    panel.ask(translate("SessionPart", "New session"), "training_sessions.plan", told, form, panel.people(),
              after=partial(show_session, panel))  # fmt: skip


def present_names(look: Records, session: str) -> tuple[str, ...]:
    """Who has signed in, in their order."""
    found = sorted(look.find("attendance", session=session), key=lambda one: one.at)
    people = [look.get("person", one.person) for one in found]
    return tuple(one.name for one in people if one is not None)


def show_session(panel: "TrainingPanel", session: str) -> None:
    """All about one session."""
    translate = QCoreApplication.translate
    found = next((one for one in panel.workbench.ask(session_rows) if one.id == session), None)
    if found is None:
        panel.hide()
        return
    one, plant = found.session, panel.workbench.plant
    panel.begin(found.course.name, partial(show_session, panel, session))
    when = words.when(one.starts_at, panel.workbench.now())
    told = " · ".join(part for part in (when, one.place, one.trainer) if part)
    panel.body.addWidget(label(told, "muted", "sessionWhen", wrap=True))
    if one.open and plant is not None:
        how = translate("SessionPart", "Scan this with the phone's camera to sign in.")
        code = QrCode(SIDE, "sessionCode", how)
        code.show_text(f"{plant.address or 'http://localhost'}/t/{one.token}")
        panel.body.addLayout(row(None, code, None))
        panel.body.addWidget(label(how, "caption", wrap=True))
        if plant.address is None:
            short = translate("SessionPart", "Phones can't reach the plant yet: its address is set under Settings.")
            panel.body.addWidget(label(short, "warning", wrap=True))
    names = panel.workbench.ask(present_names, session=session)
    many = len(names)
    panel.head_line(translate("SessionPart", "%n signed in", "", many))
    panel.body.addWidget(label(words.listed(names) or "–", "", "sessionPresent", wrap=True))
    _deeds(panel, session, opened=one.open, over=one.closed_at is not None)
    panel.end()


def _deeds(panel: "TrainingPanel", session: str, *, opened: bool, over: bool) -> None:
    translate = QCoreApplication.translate
    if over:
        return
    if opened:
        close = partial(panel.send, "training_sessions.close", translate("SessionPart", "The session is over."),
                        training_session=session)  # fmt: skip
        panel.deed(translate("SessionPart", "End the session"), "sessionClose", "training_sessions.close", close,
                   "primary")  # fmt: skip
        note = translate("SessionPart", "Note who is there…")
        panel.deed(note, "sessionNote", "attendances.note", partial(_ask_note, panel, session))
        return
    begin = partial(panel.send, "training_sessions.open", translate("SessionPart", "Now one can sign in."),
                    training_session=session)  # fmt: skip
    panel.deed(translate("SessionPart", "Begin: show the code"), "sessionOpen", "training_sessions.open", begin,
               "primary")  # fmt: skip
    cancel = partial(panel.run, "training_sessions.cancel", translate("SessionPart", "The session is cancelled."),
                     training_session=session)  # fmt: skip
    panel.deed(translate("SessionPart", "Cancel"), "sessionCancel", "training_sessions.cancel", cancel)


def _ask_note(panel: "TrainingPanel", session: str) -> None:
    translate = QCoreApplication.translate
    title, told = translate("SessionPart", "Who is there?"), translate("SessionPart", "It is noted.")
    again = partial(_again, panel, session)
    panel.ask(title, "attendances.note", told, None, panel.people(), training_session=session, after=again)


def _again(panel: "TrainingPanel", session: str, _: str) -> None:
    show_session(panel, session)
