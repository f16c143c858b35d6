"""Everything but the window imports and works where PySide6 is not installed."""

import subprocess
import sys
from pathlib import Path

from tests.e2e.cli.program import Program

ABSENT = "import sys; sys.modules['PySide6'] = None; sys.modules['shiboken6'] = None\n"

IMPORT_ALL = """
import importlib, pkgutil
import wellled_desktop
names = [m.name for m in pkgutil.walk_packages(wellled_desktop.__path__, 'wellled_desktop.', onerror=print)]
run_not_imported = ('wellled_desktop.__main__', 'wellled_desktop.store.migrations.env')
wanted = [n for n in names if not n.startswith('wellled_desktop.ui') and n not in run_not_imported]
for name in wanted:
    importlib.import_module(name)
print(len(wanted))
"""

A_DAY = """
from pathlib import Path
from tests.e2e.cli.program import Program
library, passphrase, out = map(Path, sys.argv[1:])
wellled = Program(library, passphrase)
wellled('framework', 'show', '--json').done()
inspection = wellled('new', '--trust', 'Example Vale NHS Trust', '--provider-code', 'RXX', '--trust-type', 'acute',
    '--start', '2026-03-10').done().out.strip()
wellled('session', 'add', inspection, '--role', 'governors', '--kind', 'panel').done()
wellled('line', 'add', inspection, '1', '-', typed=b'one\\ntwo\\n').done()
day = wellled('line', 'list', inspection, '--json').done().json[0]['day']
wellled('report', 'day', inspection, '--date', day, '--out', str(out)).done()
example = wellled('example', 'create').done().out.strip()
assert len(wellled('session', 'list', example, '--json').done().json) == 38
assert len(wellled('line', 'list', example, '--json').done().json) == 4450
wellled('verify', inspection).done()
wellled('doctor').done()
print(sorted(name for name in sys.modules if name.startswith('PySide6.')))
"""


def ran(program: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", ABSENT + program, *arguments], capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_every_module_but_the_windows_imports() -> None:
    assert int(ran(IMPORT_ALL)) > 40


def test_a_whole_day_of_commands_works(wellled: Program, tmp_path: Path) -> None:
    out = tmp_path / "day.pdf"
    assert ran(A_DAY, str(wellled.library), str(wellled.passphrase_file), str(out)) == "[]"
    assert out.read_bytes().startswith(b"%PDF")


def test_the_command_line_loads_nothing_heavy_before_it_is_needed() -> None:
    program = """
from wellled_desktop import bootstrap
bootstrap.command_line(['--help'])
heavy = {'sqlalchemy', 'sqlcipher3', 'alembic', 'reportlab', 'nacl', 'yaml', 'rich', 'PySide6.QtCore'}
print(sorted(heavy & set(sys.modules)))
"""
    assert ran(program).splitlines()[-1] == "[]"


def test_listing_inspections_opens_no_store(wellled: Program) -> None:
    program = """
from wellled_desktop import bootstrap
print(bootstrap.command_line(['--library', sys.argv[1], '--passphrase-file', sys.argv[2], '--json', 'list']))
print(sorted({'sqlalchemy', 'sqlcipher3', 'reportlab', 'yaml', 'rich'} & set(sys.modules)))
"""
    assert ran(program, str(wellled.library), str(wellled.passphrase_file)).splitlines() == ["[]", "0", "[]"]
