"""The window, offscreen, with real widgets on a real encrypted store."""
