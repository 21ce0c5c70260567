"""The first steps of a plant that has just begun: the list, then the bar on the pages of two of them."""

from desktop.tour.stage import Stage


def first_steps(stage: Stage) -> None:
    """What is asked for first, where shifts are set up, and where a drawing is imported."""
    page = stage.go("today")
    stage.until(page.steps.isVisible, "the first steps do not come")
    stage.take("first-steps")
    for key in ("shifts", "plan"):
        stage.window.step_bar.begin(key)  # type: ignore[attr-defined]
        stage.take(f"first-steps-{key}")
    stage.window.step_bar.leave()  # type: ignore[attr-defined]
