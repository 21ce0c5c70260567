"""The tables of the points ledger and the shop. The store itself holds that no account but the plant's own falls below
zero, that nothing is held that is not there, and that nobody approves or hands out to themselves."""

from sqlalchemy import Boolean, CheckConstraint, Column, Float, Integer, Table, Text, false

from services.store.columns import id_, metadata, text

points_accounts = Table(
    "points_accounts",
    metadata,
    id_(),
    text("holder", index=True, null=False),
    Column("balance", Integer, nullable=False),
    Column("lifetime", Integer, nullable=False),
    Column("owed", Integer, nullable=False),
    Column("hidden", Boolean, nullable=False, server_default=false()),
    Column("alias", Integer),
    text("since"),
    Column("resting", Boolean, nullable=False, server_default=false()),
    CheckConstraint("balance >= 0 OR holder = 'budget'", name="ck_points_accounts_balance"),
    CheckConstraint("owed >= 0", name="ck_points_accounts_owed"),
)

points_entries = Table(
    "points_entries",
    metadata,
    id_(),
    text("at", index=True, null=False),
    text("payer", index=True, null=False),
    text("payee", index=True, null=False),
    Column("points", Integer, nullable=False),
    text("meaning", null=False),
    text("source_kind", null=False),
    text("source", index=True, null=False),
    text("rule"),
    Column("parts", Integer, nullable=False),
    Column("cut", Integer, nullable=False),
    Column("place", Integer, nullable=False),
    CheckConstraint("points > 0 AND payer <> payee", name="ck_points_entries_moves"),
)

points_rules = Table(
    "points_rules",
    metadata,
    id_(),
    *(
        Column(name, Integer, nullable=False)
        for name in ("inspection", "hazard_general", "hazard_major", "training", "drill")
    ),
    *(Column(name, Integer, nullable=False) for name in ("month_cap", "approve_over", "month_budget", "fen_per_point")),
    Column("count_over", Integer, nullable=False, server_default="200"),
    Column("rules_off", Text, nullable=False, server_default="[]"),
)

earnings = Table(
    "earnings",
    metadata,
    id_(),
    text("rule", null=False),
    text("person", index=True, null=False),
    text("source_kind", null=False),
    text("source", index=True, null=False),
    text("report", index=True, null=False),
    text("month", index=True, null=False),
    text("at", null=False),
    *(Column(name, Integer, nullable=False) for name in ("full", "due", "points", "parts")),
    text("ended_at"),
)

adjustments = Table(
    "adjustments",
    metadata,
    id_(),
    text("person", index=True, null=False),
    Column("points", Integer, nullable=False),
    text("reason", null=False),
    text("proposed_by", null=False),
    text("proposed_at", null=False),
    text("standing", index=True, null=False),
    text("decided_by"),
    text("decided_at"),
    text("said", null=False),
)

rewards = Table(
    "rewards",
    metadata,
    id_(),
    text("name", index=True, null=False),
    text("shelf", null=False),
    Column("price", Integer, nullable=False),
    text("sizes", null=False),
    text("picture"),
    text("supplier", null=False),
    Column("cost", Float, nullable=False),
    text("note", null=False),
    text("retired_at"),
    CheckConstraint("price > 0", name="ck_rewards_price"),
)

stocks = Table(
    "stocks",
    metadata,
    id_(),
    text("reward", index=True, null=False),
    text("size", null=False),
    Column("on_hand", Integer, nullable=False),
    Column("held", Integer, nullable=False),
    CheckConstraint("held >= 0 AND on_hand >= held", name="ck_stocks_held"),
)

stock_moves = Table(
    "stock_moves",
    metadata,
    id_(),
    text("reward", index=True, null=False),
    text("size", null=False),
    text("at", index=True, null=False),
    text("movement", null=False),
    Column("pieces", Integer, nullable=False),
    Column("cost", Float, nullable=False),
    text("note", null=False),
    text("by"),
    text("redemption"),
)

stock_counts = Table(
    "stock_counts",
    metadata,
    id_(),
    text("reward", index=True, null=False),
    text("size", null=False),
    Column("counted", Integer, nullable=False),
    Column("expected", Integer, nullable=False),
    Column("cost", Float, nullable=False),
    text("note", null=False),
    text("by", null=False),
    text("at", null=False),
    text("standing", index=True, null=False),
    text("decided_by"),
    text("decided_at"),
    text("said", null=False),
    CheckConstraint("decided_by IS NULL OR decided_by <> by", name="ck_stock_counts_second"),
)

redemptions = Table(
    "redemptions",
    metadata,
    id_(),
    text("person", index=True, null=False),
    text("reward", index=True, null=False),
    text("size", null=False),
    Column("points", Integer, nullable=False),
    text("course", index=True, null=False),
    text("at", null=False),
    text("number"),
    Column("key", Integer, nullable=False),
    text("slip", null=False),
    text("approved_by"),
    text("approved_at"),
    text("handed_out_by"),
    text("handed_out_at"),
    text("cancelled_by"),
    text("cancelled_at"),
    text("reason", null=False),
    CheckConstraint("handed_out_by IS NULL OR handed_out_by <> person", name="ck_redemptions_handed_out"),
    CheckConstraint("approved_by IS NULL OR approved_by <> person", name="ck_redemptions_approved"),
)

score_rules = Table(
    "score_rules",
    metadata,
    id_(),
    *(Column(name, Float, nullable=False) for name in ("on_time", "late", "left_open", "best_from", "best")),
    *(Column(name, Float, nullable=False) for name in ("good_from", "good", "fair_from", "fair", "poor")),
)

department_scores = Table(
    "department_scores",
    metadata,
    id_(),
    text("month", index=True, null=False),
    text("department", index=True, null=False),
    *(Column(name, Integer, nullable=False) for name in ("on_time", "late", "left_open")),
    Column("carried", Float, nullable=False),
    Column("rate", Float),
    Column("bonus", Float),
    text("frozen_at", null=False),
    text("frozen_by"),
)

points_bars = Table(
    "points_bars",
    metadata,
    id_(),
    text("doubt", index=True, null=False),
    *(text(name, null=False) for name in ("person", "source_kind", "source")),
    text("lifted_at"),
)

points_doubts = Table(
    "points_doubts",
    metadata,
    id_(),
    *(text(name, null=False) for name in ("why", "kind", "about", "people")),
    *(Column(name, Float, nullable=False) for name in ("figure", "limit")),
    text("raised_at", null=False),
    text("standing", index=True, null=False),
    text("decided_by"),
    text("decided_at"),
    text("said", null=False),
)

doubt_rules = Table(
    "doubt_rules",
    metadata,
    id_(),
    *(Column(name, Integer, nullable=False) for name in ("days", "photo_bits", "split_hours")),
    Column("ring_share", Float, nullable=False),
    *(Column(name, Integer, nullable=False) for name in ("ring_least", "own_fix_minutes", "own_fix_least")),
    *(Column(name, Integer, nullable=False) for name in ("late_hours", "phone_people", "reversals")),
    Column("recheck_percent", Float, nullable=False),
    Column("recheck_hours", Integer, nullable=False),
)

rechecks = Table(
    "rechecks",
    metadata,
    id_(),
    text("source_kind", null=False),
    text("source", index=True, null=False),
    text("zone", null=False),
    text("people", null=False),
    text("assigned", index=True, null=False),
    *(text(name, null=False) for name in ("drawn_at", "due_at")),
    text("result", index=True, null=False),
    text("by"),
    text("at"),
    *(text(name, null=False) for name in ("note", "photos")),
)

points_claims = Table(
    "points_claims",
    metadata,
    id_(),
    text("person", index=True, null=False),
    text("rule", null=False),
    Column("parts", Integer, nullable=False),
    text("nonce", index=True, null=False),
    text("at", null=False),
)

badge_rules = Table(
    "badge_rules",
    metadata,
    id_(),
    *(Column(name, Integer, nullable=False) for name in ("finder", "major_finder", "near_miss", "steady", "learner")),
    *(Column(name, Integer, nullable=False) for name in ("drilled", "second_look")),
)

POINTS = {
    "points_account": points_accounts,
    "points_entry": points_entries,
    "points_rules": points_rules,
    "earning": earnings,
    "adjustment": adjustments,
    "reward": rewards,
    "stock": stocks,
    "stock_move": stock_moves,
    "stock_count": stock_counts,
    "redemption": redemptions,
    "score_rules": score_rules,
    "department_score": department_scores,
    "points_bar": points_bars,
    "points_doubt": points_doubts,
    "doubt_rules": doubt_rules,
    "recheck": rechecks,
    "points_claim": points_claims,
    "badge_rules": badge_rules,
}
