"""The toolkit itself: PySide6 6.12 on Python 3.11 drops a reference on each emitted signal until the interpreter aborts."""

import subprocess
import sys

PROGRAM = """
from PySide6.QtCore import QCoreApplication, QObject, Signal

class Sender(QObject):
    said = Signal(bool)

application = QCoreApplication([])
heard = []
sender = Sender()
sender.said.connect(heard.append)
for _ in range(5000):
    sender.said.emit(True)
    sender.setObjectName("x")
print(len(heard))
"""


def test_five_thousand_signals_do_not_end_the_interpreter() -> None:
    """In a process of its own: where it goes wrong, it takes the interpreter with it."""
    ran = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "5000\n", "")
