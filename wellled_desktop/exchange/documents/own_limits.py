"""What the reading process takes from itself before it looks at a document. Nothing here can be undone by it later.

On Windows there are no such limits; there the app's clock and the size of what is read remain. macOS does not hold to the one
on memory, so the process looks at itself there.
"""

import os
import sys
import threading
from collections.abc import Callable

from wellled_desktop.exchange.documents.limits import Limits
from wellled_desktop.exchange.documents.messages import MEMORY_ENDED

_NICE = 15
_LOOK_EVERY = 0.1
_GRACE_SECONDS = 5


def limit_this_process(limits: Limits, *, in_background: bool) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    if in_background:
        os.nice(_NICE)
    most = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CPU: limits.processor_seconds,
        resource.RLIMIT_AS: limits.memory,
        resource.RLIMIT_NOFILE: 64,
    }
    for what, value in most.items():
        hard = resource.getrlimit(what)[1]
        allowed = value if hard == resource.RLIM_INFINITY else min(value, hard)
        # At the soft limit on the processor it is told apart from a crash; at the hard one it is only killed.
        last = allowed + _GRACE_SECONDS if what == resource.RLIMIT_CPU and hard == resource.RLIM_INFINITY else allowed
        try:
            resource.setrlimit(what, (allowed, last))
        except (OSError, ValueError):  # macOS refuses some of them
            continue
    if sys.platform == "darwin":
        watch_memory(lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, limits.memory)


def watch_memory(taken: Callable[[], int], most: int, end: Callable[[int], None] = os._exit) -> threading.Event:
    """Ends the process, from a thread, once it has taken more bytes. Setting the event ends the watch."""
    done = threading.Event()

    def watch() -> None:
        while not done.wait(_LOOK_EVERY):
            if taken() > most:
                end(MEMORY_ENDED)
                return

    threading.Thread(target=watch, name="memory-watch", daemon=True).start()
    return done
