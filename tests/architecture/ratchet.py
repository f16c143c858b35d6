"""Holds each file of the record to the branch coverage it has once reached: 100 % stays 100 %, less may only rise.

Run after the suite: `python -m tests.architecture.ratchet`. With `--raise` it writes down what is newly reached.
"""

import json
import subprocess
import sys
from pathlib import Path

REACHED = Path(__file__).with_name("coverage_reached.json")
DATA = Path("build/coverage")
KEPT = ("framework", "inspection", "store", "vault")


def measured() -> dict[str, float]:
    """Per cent of statements and branches run, by file, from the data of the last run."""
    report = Path("build/coverage.json")
    report.parent.mkdir(exist_ok=True)
    if any(DATA.glob("data.*")):  # none is left where they were put together before
        subprocess.run([sys.executable, "-m", "coverage", "combine", "--quiet"], check=True)
    subprocess.run([sys.executable, "-m", "coverage", "json", "--quiet", "-o", str(report)], check=True)
    files = json.loads(report.read_text())["files"]
    return {name: round(facts["summary"]["percent_covered"], 1) for name, facts in sorted(files.items())}


def main() -> int:
    now = measured()
    reached: dict[str, float] = json.loads(REACHED.read_text()) if REACHED.exists() else {}
    if "--raise" in sys.argv:
        REACHED.write_text(
            json.dumps({name: max(per_cent, reached.get(name, 0.0)) for name, per_cent in now.items()}, indent=1) + "\n"
        )
        return 0
    fallen = [
        f"{name}: {per_cent} %, was {reached[name]} %"
        for name, per_cent in now.items()
        if per_cent < reached.get(name, 0.0)
    ]
    unknown = [f"{name}: {now[name]} %, not written down yet" for name in now.keys() - reached.keys()]
    for line in (*fallen, *sorted(unknown)):
        sys.stdout.write(f"coverage: {line}\n")
    whole = sum(per_cent == 100.0 for per_cent in now.values())
    sys.stdout.write(f"coverage: {whole} of {len(now)} files of {', '.join(KEPT)} wholly covered\n")
    return 1 if fallen or unknown else 0


if __name__ == "__main__":
    sys.exit(main())
