"""The demo plant's rules: what its office has it alert about by itself. One is still being thought about."""

from services.core.alert_rules import plainly
from services.demo.life import Life
from services.demo.outfit import PROBES
from services.rules.templates import new_rule

OFFICER = "王芳"
LIMITS = {probe.code: probe.high for probe in PROBES}
RULES: tuple[tuple[str, str, dict[str, str], bool], ...] = (
    ("连续两次漏检", "missed-in-a-row", {"n": "2"}, True),
    ("隐患超过 24 小时未闭环", "open-longer-than", {"hours": "24"}, True),
    ("空压机温度持续过高", "sustained-threshold", {"sensor": "TE-KY02", "for": "5m"}, True),
    ("化学品库可燃气探头无数据", "sensor-silent", {"sensor": "GT-HX01", "for": "10m"}, True),
    ("夜间独自进入配电室", "alone-out-of-hours", {"zone": "配电室", "times": "3", "days": "7"}, False),
)


def make_rules(life: Life) -> None:
    """Adds them all, as a safety officer would."""
    officer = life.someone(OFFICER)
    for name, template, given, active in RULES:
        sensor = given.get("sensor", "")
        limit = {"above": str(LIMITS[sensor])} if template == "sustained-threshold" else {}
        rule = new_rule(template, {**given, **limit}, name)
        life.do(officer, "rules.add", document=plainly(rule), active=active)
