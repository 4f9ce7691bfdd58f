"""Check that the queue's database is sound."""

from factcheck.cli import options
from factcheck.cli.opening import existing_queue
from factcheck.cli.output import write
from factcheck.cli.running import FAILED, complain
from factcheck.queue import upkeep


def command(database: options.Database = None, config: options.Config = None) -> int:
    """Check that the queue's database is sound: the file, its rows, and every finding's state."""
    with existing_queue(config, database) as queue:
        faults = upkeep.check(queue)
        for fault in faults:
            complain(f"{queue.name}: {fault}; restore a backup ('factcheck db backup' makes them)")
        if not faults:
            write(f"{queue.name}: sound\n", None)
    return FAILED if faults else 0
