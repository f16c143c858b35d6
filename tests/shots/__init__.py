"""Pictures of every place of the app, to be looked at: `python -m tests.shots FOLDER`, or `make shots`."""
