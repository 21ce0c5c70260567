"""A rule while it is edited: every step can be taken back and done again."""

from desktop.steps import Steps
from services.rules.draft import Draft


class RuleSteps(Steps[Draft]):
    """`rule` is the id of the one that is changed, "" for a new one."""

    def __init__(self, draft: Draft, rule: str = "") -> None:
        super().__init__(draft)
        self.rule = rule

    @property
    def draft(self) -> Draft:
        """What is there now."""
        return self.now

    @property
    def changed(self) -> bool:
        """Whether there is anything to save."""
        return not self.rule or self.now != self.first
