"""Training: who may not work, one of them, courses, a session, certificates; emergency plans and drills."""

from desktop.tour.stage import Stage


def training(stage: Stage) -> None:
    """Each view with something chosen; forms of a plan and of an evaluation."""
    page = stage.go("training")
    page.show_view("gaps")
    stage.take("training")
    page.gaps.table.view.selectRow(0)
    stage.take("training-person")
    page.panel.hide()
    stage.press("gaps-posts")
    stage.take("training-matrix")
    stage.press("gaps-barred")
    page.show_view("sessions")
    page.sessions.view.selectRow(0)
    stage.take("training-sessions")
    page.show_view("courses")
    page.courses.view.selectRow(0)
    stage.take("training-courses")
    page.posts()
    stage.take("training-posts")
    page.show_view("certificates")
    page.certificates.view.selectRow(0)
    stage.take("training-certificates")
    page.show_view("plans")
    page.plans.view.selectRow(1)
    stage.take("training-plans")
    stage.press("planRevise")
    stage.take("training-plan-form")
    page.show_view("drills")
    page.drills.view.selectRow(1)
    stage.take("training-drills")
    stage.press("drillEvaluate")
    stage.take("training-evaluation")
    page.panel.hide()
