"""What a plant that was restored or brought in must not go on with: the very backup or export that it came out of was
being made when it was written."""

from services.core.backups import wanted_backup
from services.core.exports import wanted_export
from services.core.ids import id_from
from services.hub.hub import Hub
from services.store.facts import BROUGHT_IN, fact, set_fact


def settle(hub: Hub) -> None:
    """Gives up what was being made, once."""
    with hub.store.look() as look:
        if not fact(look.connection, BROUGHT_IN):
            return
        backup, export = wanted_backup(look), wanted_export(look)
    if backup:
        hub.note("backups.cancel", {"backup": backup.id}, id_from("backups.cancel", backup.id))
    if export:
        hub.note("data_exports.cancel", {"data_export": export.id}, id_from("data_exports.cancel", export.id))
    hub.store.write(lambda connection: set_fact(connection, BROUGHT_IN, 0))
