"""What can be printed of a floor or of a period, and on what, by the names that people give to `anhuan report`."""

from typing import Literal

Layer = Literal["status", "risk", "both"]
Ledger = Literal["hazards", "inspections", "points", "shop"]
OfBlocks = Literal["annual-equipment", "customer", "training", "contractors", "major-hazards", "clauses"]
OfPeriod = Literal["monthly"] | Ledger | OfBlocks
Board = Literal["notice-board", "notice-cards", "risk-list", "measure-list", "hazard-list"]

PLANS: dict[str, Layer] = {"plan": "status", "four-colour-map": "risk", "plan-both": "both"}
BOARDS: tuple[Board, ...] = ("notice-board", "notice-cards", "risk-list", "measure-list", "hazard-list")
LEDGERS: tuple[Ledger, ...] = ("hazards", "inspections", "points", "shop")
OF_BLOCKS: tuple[OfBlocks, ...] = (
    "annual-equipment",
    "customer",
    "training",
    "contractors",
    "major-hazards",
    "clauses",
)
OF_PERIODS: tuple[OfPeriod, ...] = ("monthly", *LEDGERS, *OF_BLOCKS)  # of some days, not of a floor
OF_ONE = ("drill", "training-certificate")  # of one thing, by its id
INCIDENT = "incident"  # one, by its number
NOTICE = "hazard-notice"  # likewise
OF_SCORES: dict[str, tuple[str, ...]] = {  # of the department score of a month, and the files they can be
    "score-board": (".pdf",),
    "score-certificates": (".pdf",),
    "payroll": (".xlsx", ".csv"),
}
REPORTS = (*OF_PERIODS, *PLANS, *BOARDS, *OF_ONE, INCIDENT, NOTICE, *OF_SCORES)
PAPERS: dict[str, tuple[float, float]] = {"A4": (210, 297), "A3": (297, 420), "A2": (420, 594), "A1": (594, 841)}  # mm
