"""What is measured under coverage are the tests of the record, from their first to their last step, and no others."""

import json
import subprocess
import sys
from pathlib import Path

RECORD = """
from functools import cache

@cache
def kept():
    return 1

def asked():
    return kept()

def shown():
    return 2
"""
PROGRAM = """
import json, sys
from pathlib import Path
from coverage import Coverage
from tests.measuring import Measuring

coverage = Coverage(data_file=None, config_file=False, branch=True, source=["record"])
coverage.start()
measuring = Measuring(coverage, (Path("/tests/store"),), ("record",))

measuring.for_test_in(Path("/tests/ui/test_window.py"))
import record.lines
record.lines.shown()
record.lines.asked()

measuring.for_test_in(Path("/tests/store/test_lines.py"))
record.lines.asked()
measuring.for_test_in(Path("/tests/store/test_more.py"))
measuring.for_test_in(Path("/tests/ui/test_window.py"))

_, lines, _, missing, _ = coverage.analysis2("record/lines.py")
print(json.dumps([lines, missing]))
"""


def test_a_window_that_was_there_first_takes_nothing_from_what_is_measured_and_adds_nothing(tmp_path: Path) -> None:
    """In a process of its own, for the tests are measured themselves."""
    (tmp_path / "record").mkdir()
    (tmp_path / "record" / "__init__.py").touch()
    (tmp_path / "record" / "lines.py").write_text(RECORD, encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:0] = [{str(Path(__file__).parents[2])!r}, '.']\n{PROGRAM}"],
        cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stderr) == (0, "")
    lines, missing = json.loads(ran.stdout)
    assert lines == [2, 4, 5, 6, 8, 9, 11, 12]
    assert missing == [12]
