"""In the panel: one person with their posts, what these ask for and how it stands, and what was taught."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from desktop import words
from desktop.language import language
from desktop.views.training.lists import people_of
from desktop.views.training.said import SIGNS, need_said, until_said
from desktop.widgets.form import Form
from desktop.widgets.numbers_line import NumbersLine
from desktop.widgets.parts import button, column, label, picture, row
from desktop.widgets.ticks import Ticks
from services.core.operation import known_kind
from services.core.training_gaps import Gap, Need
from services.store.queries.training import learner, need_names, records_of

if TYPE_CHECKING:
    from desktop.views.training.panel import TrainingPanel

MOST_RECORDS = 12


def show_learner(panel: "TrainingPanel", person: str) -> None:
    """All about one person's training."""
    translate = QCoreApplication.translate
    today = words.local(panel.workbench.now()).date()
    one = panel.workbench.ask(learner, person=person, today=today)
    found = panel.workbench.ask(lambda look: look.get("person", person))
    names = panel.workbench.ask(need_names)
    panel.begin(found.name, partial(show_learner, panel, person))
    posts = words.listed(one.posts) if one and one.posts else translate("Learner", "no post yet")
    told = words.with_value(words.say("field.posting.posts"), posts)
    panel.body.addWidget(label(told, "muted", "learnerPosts", wrap=True))
    if one and one.barred:
        warned = translate("Learner", "May not work today: something that the post asks for is missing or expired.")
        panel.body.addWidget(label(warned, "error", "learnerBarred", wrap=True))
    for gap in one.gaps if one else ():
        panel.body.addLayout(_need(gap, names))
    panel.head_line(translate("Learner", "What was taught"))
    for record, course in panel.workbench.ask(records_of, person=person)[:MOST_RECORDS]:
        mark = "" if record.score is None else f" · {record.score}"
        how = "normal" if record.passed else "overdue"
        text = f"{record.day.isoformat()} · {course}{mark} · {words.say(f'value.source.{record.source}')}"
        line = row(picture(how, "sign", 12), label(text, "caption", "learnerRecord", wrap=True), gap=6)
        line.setStretch(1, 1)
        if record.passed:
            go = partial(_ask_paper, panel, record.id)
            line.addWidget(button(translate("Learner", "Certificate…"), f"paper-{record.id}", go, "link"))
        panel.body.addLayout(line)
    change = translate("Learner", "Set posts…")
    panel.deed(change, "learnerPostsSet", "postings.set", partial(ask_posts, panel, person), "primary")
    add = translate("Learner", "Add a certificate…")
    panel.deed(add, "learnerCertificate", "certificates.add", partial(ask_certificate, panel, person))
    panel.end()


def _ask_paper(panel: "TrainingPanel", record: str) -> None:
    dialog = QFileDialog(panel, QCoreApplication.translate("Learner", "Certificate of training"))
    dialog.setObjectName("paperDialog")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("pdf")
    dialog.setNameFilter("PDF (*.pdf)")
    dialog.fileSelected.connect(partial(save_paper, panel, record))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def save_paper(panel: "TrainingPanel", record: str, file: str) -> None:
    """Writes the certificate of a passed course into a file."""
    from services.reports.training_certificate import certificate_facts, print_certificate

    facts = panel.workbench.ask(certificate_facts, training_record=record)
    try:
        Path(file).write_bytes(print_certificate(facts, language.name))
    except OSError as error:
        panel.toast.bad(str(error))
        return
    panel.toast.good(QCoreApplication.translate("Learner", "The certificate is kept."))


def _need(gap: Gap, names: dict[Need, str]) -> QHBoxLayout:
    how = words.say(f"value.standing.{gap.standing}")
    text = label(need_said(gap.need, names), "", "learnerNeed", wrap=True)
    told = label(f"{how} · {until_said(gap.until)}" if gap.until else how, "caption")
    line = row(picture(SIGNS[gap.standing], "sign", 12), column(text, told, gap=0), gap=8)
    line.setStretch(1, 1)
    return line


def ask_posts(panel: "TrainingPanel", person: str) -> None:
    """Which posts somebody has."""
    posts = sorted(
        (one for one in panel.workbench.ask(lambda look: look.find("post")) if one.retired_at is None),
        key=lambda one: one.name,
    )
    posting = panel.workbench.ask(lambda look: look.get("posting", person))
    name = panel.workbench.ask(lambda look: look.get("person", person)).name
    ticks = Ticks(
        "posts", words.say("field.posting.posts"), [(one.name, one.id) for one in posts],
        posting.posts if posting else (),
    )  # fmt: skip
    told = QCoreApplication.translate("Learner", "The posts are set.")
    panel.ask(name, "postings.set", told, None, ticks, person=person, after=lambda _: show_learner(panel, person))


def ask_certificate(panel: "TrainingPanel", person: str = "") -> None:
    """A new certificate, of a person or of one to be chosen."""
    codes = known_kind("certificates.add").schema()["properties"]["trade"]["enum"]
    trades = [(words.say(f"value.trade.{code}"), code) for code in codes]
    form = Form(
        "certificates.add", "certificate", "certificate",
        only=("person", "trade", "number", "issuer", "issued_on", "expires_on", "review_on"),
        values={"person": person}, choices={"person": panel.workbench.ask(people_of), "trade": trades},
    )  # fmt: skip
    told = QCoreApplication.translate("Learner", "The certificate is kept; people are told before it ends.")
    panel.ask(QCoreApplication.translate("Learner", "New certificate"), "certificates.add", told, form)


def show_certificate(panel: "TrainingPanel", certificate: str) -> None:
    """One certificate."""
    translate = QCoreApplication.translate
    one = panel.workbench.ask(lambda look: look.get("certificate", certificate))
    holder = panel.workbench.ask(lambda look: look.get("person", one.person))
    panel.begin(words.say(f"value.trade.{one.trade}"), partial(show_certificate, panel, certificate))
    for name, value in (
        ("person", holder.name), ("number", one.number), ("issuer", one.issuer), ("issued_on", one.issued_on),
        ("review_on", one.review_on), ("expires_on", one.expires_on),
        ("warned", words.listed(str(day) for day in one.warned if day > 0)), ("note", one.note),
    ):  # fmt: skip
        if value:
            shown = label(str(value), "", f"{name}Said", wrap=True, copy=True)
            panel.body.addLayout(column(label(words.say(f"field.certificate.{name}"), "caption"), shown, gap=0))
    go = button(translate("Learner", "All of this person's training"), "certificateHolder",
                partial(show_learner, panel, one.person), "link")  # fmt: skip
    panel.body.addLayout(row(go, None))
    if one.withdrawn_at is None:
        renew = translate("Learner", "Reviewed or renewed…")
        panel.deed(renew, "certificateRenew", "certificates.renew", partial(_ask_renew, panel, certificate), "primary")
        away = translate("Learner", "Withdraw…")
        panel.deed(away, "certificateWithdraw", "certificates.withdraw", partial(_ask_withdraw, panel, certificate))
    panel.end()


def _ask_renew(panel: "TrainingPanel", certificate: str) -> None:
    translate = QCoreApplication.translate
    form = Form("certificates.renew", "certificate", "certificate", only=("expires_on", "review_on"))
    panel.ask(
        translate("Learner", "Reviewed or renewed"), "certificates.renew",
        translate("Learner", "The certificate holds on."), form, certificate=certificate,
        after=lambda _: show_certificate(panel, certificate),
    )  # fmt: skip


def _ask_withdraw(panel: "TrainingPanel", certificate: str) -> None:
    translate = QCoreApplication.translate
    form = Form("certificates.withdraw", "certificate", "certificate", only=("reason",))
    told = translate("Learner", "The certificate is withdrawn.")
    panel.ask(translate("Learner", "Withdraw a certificate"), "certificates.withdraw", told, form,
              certificate=certificate)  # fmt: skip


def ask_warnings(panel: "TrainingPanel") -> None:
    """When it is warned, and what counts as soon over."""
    translate, plant = QCoreApplication.translate, panel.workbench.plant
    if plant is None:
        return
    form = Form("plant.set_training_warnings", "training", "plant", only=("course_days",),
                values={"course_days": plant.course_days})  # fmt: skip
    said = words.say("field.plant.certificate_days")
    days = NumbersLine("certificate_days", "warningDays", said, plant.certificate_days)
    told = translate("Learner", "It is warned so from now on.")
    panel.ask(translate("Learner", "Early warnings"), "plant.set_training_warnings", told, form,
              days)  # fmt: skip
