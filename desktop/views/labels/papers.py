"""The papers one may choose from: one's own templates, then those that come with the program."""

from PySide6.QtCore import QCoreApplication, QSettings

from desktop.language import language
from desktop.widgets.choice import Choice
from services.core.refused import Refused

TEMPLATE = "labels/template"
FIRST_TEMPLATE = "L7163"


def offer_papers(choice: Choice) -> None:
    """All papers that can be read, the one of last time chosen."""
    from services.reports.label_sheets import template_names

    titles = {name: _title(name) for name in (*my_papers(), *template_names())}
    wanted = str(QSettings().value(TEMPLATE) or FIRST_TEMPLATE)
    known = wanted if wanted in titles else FIRST_TEMPLATE
    choice.offer([(title, name) for name, title in titles.items() if title], known)


def my_papers() -> list[str]:
    """The names of this user's own templates."""
    from services.reports.label_sheets import my_template_names

    return my_template_names()


def _title(name: str) -> str:
    """What people call a template; nothing for one of a user's own that can't be read."""
    from services.reports.label_sheets import load_template

    try:
        title = load_template(name).title[language.name]
    except Refused:
        return ""
    mine = QCoreApplication.translate("LabelsPage", "{name} · mine")
    return mine.format(name=title) if name in my_papers() else title
