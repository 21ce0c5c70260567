"""Every block by its name, and the papers that are made of them. What people put together themselves is made of the
same."""

from collections.abc import Callable, Iterator, Sequence

from services.core.report_designs import BlockName
from services.reports.blocks import Asked, Block
from services.reports.making import customer, duty, equipment, forecasts, safety
from services.reports.names import OfBlocks

Maker = Callable[[Asked], Block]

BLOCKS: dict[BlockName, Maker] = {
    "figures": safety.hard_figures,
    "words": safety.words,
    "forecast": forecasts.forecast_block,
    "courses": safety.courses,
    "categories": safety.categories,
    "zones": safety.zones,
    "teams": safety.teams,
    "equipment": safety.equipment,
    "week": safety.week,
    "steps": safety.steps,
    "ages": safety.ages,
    "repeats": safety.repeats,
    "open": safety.open_now,
    "decide": equipment.decide,
    "posts": equipment.posts,
    "paybacks": equipment.paybacks,
    "machines": equipment.machines,
    "lines": equipment.lines,
    "system": customer.system,
    "risk_zones": customer.zones,
    "loop": customer.loop,
    "sample": customer.sample,
    "training": customer.training,
    "certificates": customer.certificates,
    "drills": customer.drills,
    "contractors": customer.contractors,
    "contractor_papers": customer.papers,
    "permits": customer.permits,
    "privacy": customer.privacy,
    "major": duty.major_hazards,
    "five": duty.five_requirements,
    "clauses": duty.clauses,
    "who_lacks": duty.who_lacks,
    "certificates_by_name": duty.certificates_by_name,
    "sessions": duty.sessions,
    "method": safety.method,
}

PAPERS: dict[OfBlocks, tuple[BlockName, ...]] = {
    "annual-equipment": ("decide", "posts", "paybacks", "machines", "lines"),
    "customer": (
        "system",
        "risk_zones",
        "loop",
        "sample",
        "training",
        "certificates",
        "drills",
        "contractors",
        "permits",
        "privacy",
    ),
    "training": ("training", "who_lacks", "certificates_by_name", "sessions"),
    "contractors": ("contractors", "contractor_papers", "permits"),
    "major-hazards": ("major", "five"),
    "clauses": ("clauses",),
}
NEEDS_STOPS: frozenset[BlockName] = frozenset({"decide", "posts", "paybacks", "machines", "lines"})


def made(names: Sequence[BlockName], asked: Asked) -> Iterator[Block]:
    """The blocks one after the other, as they are made."""
    for name in names:
        yield BLOCKS[name](asked)
