"""A scene of people pasted from Excel: what is new, what changes, and a cell to be mended."""

from typing import Any

from PySide6.QtGui import QGuiApplication

from desktop.tour.stage import Stage

HEADS = {
    "zh": ("姓名", "工号", "班组", "手机号", "邮箱", "角色"),
    "en": ("Name", "Employee number", "Team", "Mobile", "E-mail", "Roles"),
}
NEW = {
    "zh": ("沈立新", "顾海燕", "陆小军", "员工、整改人"),
    "en": ("Peter Shaw", "Helen Gould", "Jack Lowe", "worker, fixer"),
}


def pasting(stage: Stage) -> None:
    """What a person sees who pastes rows, and where one has to be mended."""
    from desktop.views.people.paste import PasteWindow

    page = stage.go("people")
    QGuiApplication.clipboard().setText(_rows(stage))
    page.deeds["pastePeople"].trigger()
    window: Any = stage.part(PasteWindow, "pasteWindow")
    stage.until(lambda: window.lines.table is not None, "the rows were not read")
    stage.take("people-paste", both=False)
    window.lines.next_to_mend()
    stage.take("people-paste-cell", both=False)
    window.reject()


def _rows(stage: Stage) -> str:
    look = stage.workbench.ask
    team = next(one.name for one in look(lambda at: at.find("team")) if one.retired_at is None)
    known = [one for one in look(lambda at: at.find("person")) if one.here and one.employee_no][:2]
    one, two, three, roles = NEW[stage.lang]
    rows = [
        HEADS[stage.lang],
        (one, "90017", team, "13900010017", "n17@example.com", roles),
        (two, "90018", f"{team} 2", "13900010018", "", ""),
        *((person.name, person.employee_no, "", "13900010019", "", "") for person in known),
        (known[0].name, known[0].employee_no, "", "", "", ""),
        (three, "90019", team, "", "n19.example.com", ""),
    ]
    return "\r\n".join("\t".join(row) for row in rows)
