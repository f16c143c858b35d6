"""`make bench`: every ratio, in one run."""

import tempfile
from pathlib import Path

from benchmarks import attachments, commit, example_library, finding, session, start, talk, triangulating
from benchmarks.ratios import show
from wellled_desktop.vault.key_derivation import calibrate, seconds


def main() -> None:
    show(
        "A committed note line, against raw sqlcipher3 with the same PRAGMAs",
        commit.measure(),
        commit.REMARK,
    )
    show(
        "A session of 5,000 lines, against a bare QListView with word wrap and a bare QPlainTextEdit",
        session.measure(),
        "Ours reads the lines from the encrypted store, and saves the draft at most a second behind the keys.",
    )
    talk.show()
    finding.show()
    triangulating.show()
    attachments.show()
    with tempfile.TemporaryDirectory() as folder:
        library = example_library.make(Path(folder) / "library")
        show(
            "Start, against a bare PySide6 window with a 300-item tree",
            start.measure(library),
            f"A real vault adds its Argon2id to the second figure: {seconds(calibrate()):.2f} s on this machine, by choice.",
        )


if __name__ == "__main__":
    main()
