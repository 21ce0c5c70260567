"""What can be printed of a floor, by the names that people give to `anhuan report`."""

from typing import Literal

Layer = Literal["status", "risk", "both"]
Board = Literal["notice-board", "notice-cards", "risk-list", "measure-list", "hazard-list"]

PLANS: dict[str, Layer] = {"plan": "status", "four-colour-map": "risk", "plan-both": "both"}
BOARDS: tuple[Board, ...] = ("notice-board", "notice-cards", "risk-list", "measure-list", "hazard-list")
