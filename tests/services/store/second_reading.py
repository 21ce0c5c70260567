"""The rules of the journal written a second time, from its entries alone and sharing no code with what they check."""

from collections.abc import Mapping, Sequence
from typing import Any

from services.store.personal import opened

Body = dict[str, Any]


def replayed(bodies: Sequence[Body], clear: Mapping[str, Any]) -> dict[tuple[str, str], Any]:
    """All records as the entries leave them; each change must begin where the one before it ended."""
    records: dict[tuple[str, str], Any] = {}
    for body in bodies:
        for change in body["changes"]:
            key = change["kind"], change["id"]
            assert records.get(key) == change["before"], f"entry {body['seq']} begins elsewhere"
            records[key] = change["after"]
    return {key: opened(after, clear) for key, after in records.items()}


class Reviews:
    """Who fixed and who reviewed what; `wrong` names the entries in which someone did who was not allowed to."""

    def __init__(self, bodies: Sequence[Body]) -> None:
        self.people: dict[str, Any] = {}
        self.zones: dict[str, Any] = {}
        self.fixer: dict[str, str] = {}
        self.first: dict[str, str] = {}
        self.wrong: list[tuple[int, str]] = []
        for body in bodies:
            self.hear(body)

    def hear(self, body: Body) -> None:
        hazards = [change["after"] for change in body["changes"] if change["kind"] == "hazard"]
        if hazards and body["kind"] == "hazards.approve":
            self.approved(body["seq"], body["author"], hazards[0])
        elif any(after["state"] == "closed" for after in hazards):
            self.wrong.append((body["seq"], "closed by something else"))
        for after in hazards:
            if body["kind"] in ("hazards.submit_fix", "hazards.return"):
                self.first.pop(after["id"], None)
            if body["kind"] == "hazards.submit_fix":
                self.fixer[after["id"]] = body["author"]
        for change in body["changes"]:
            kept = {"person": self.people, "zone": self.zones}.get(change["kind"], {})
            kept[change["id"]] = change["after"]

    def approved(self, seq: int, by: str, after: Any) -> None:
        if by == self.fixer[after["id"]] or not after["before"] or not after["after"]:
            self.wrong.append((seq, "the fixer, or no pair of photos"))
        if after["id"] not in self.first:
            self.first[after["id"]] = by
            if after["state"] != "first_passed":
                self.wrong.append((seq, "closed by one"))
            return
        strict = self.zones[after["zone"]]["zone_class"] == "A"
        wanted = {"ehs_manager"} if strict else {"ehs_manager", "safety_officer"}
        if by == self.first[after["id"]] or not wanted & set(self.people[by]["roles"]) or after["state"] != "closed":
            self.wrong.append((seq, "second"))
