"""How an alert stands, as a status with its sign and as a word."""

from PySide6.QtCore import QCoreApplication

from services.store.queries.alerts import AlertRow


def status(one: AlertRow) -> str:
    """Overdue while nobody has answered, pending while it holds, normal once it is over."""
    alert = one.alert
    if alert.withdrawn_at is not None:
        return "unknown"
    if alert.quiet:
        return "unknown"
    if alert.waits:
        return "overdue"
    return "pending" if alert.stands else "normal"


def stands(one: AlertRow) -> str:
    """The same as people say it."""
    translate, alert = QCoreApplication.translate, one.alert
    if alert.withdrawn_at is not None:
        return translate("Alerts", "Withdrawn")
    if alert.quiet:
        return translate("Alerts", "Shelved, nobody told")
    if alert.waits:
        return translate("Alerts", "Waits for an answer") if alert.stands else translate("Alerts", "Over, not answered")
    return translate("Alerts", "Answered, still so") if alert.stands else translate("Alerts", "Settled")
