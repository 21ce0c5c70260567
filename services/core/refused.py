"""The one answer that is not yes. HTTP answers, dialogs and conflict cards are made from it; it holds no human text."""

from collections.abc import Mapping
from typing import Any, TypeVar

Answer = TypeVar("Answer", bound=Mapping[str, Any])


class Refused(Exception):
    """`code` names why; `facts` are JSON values that a sentence about it needs."""

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def as_json(self) -> dict[str, Any]:
        """`{"refused": code, "facts": {...}}`"""
        return {"refused": self.code, "facts": self.facts}


def accepted(answer: Answer) -> Answer:
    """The JSON answer to an operation, if it is yes. Raises Refused, with whatever code it was refused."""
    if "refused" in answer:
        raise Refused(answer["refused"], **answer.get("facts", {}))
    return answer
