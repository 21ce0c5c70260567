"""The contractors page: permits of now, one with its lists, an application; companies and people."""

from desktop.tour.stage import Stage


def contractors(stage: Stage) -> None:
    """Permits, what goes on, the form; a company with its papers; the people and one of them."""
    page = stage.go("contractors")
    stage.take("contractors")
    page.table.view.selectRow(0)
    stage.take("contractors-permit")
    page.apply()
    stage.take("contractors-apply")
    page.show_view("companies")
    page.companies.view.selectRow(0)
    stage.take("contractors-company")
    page.show_view("people")
    page.people.view.selectRow(0)
    stage.take("contractors-person")
    page.forms()
    stage.take("contractors-form")
    page.figures()
    stage.take("contractors-figures")
    page.show_view("permits")
