"""The shell: lock screen, first run, choosing an inspection, the main window."""
