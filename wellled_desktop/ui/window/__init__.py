"""The main window: navigator, the pages, menus, status bar, and the way back to where one was."""
