"""`python -m wellled_desktop` is the command line."""

from wellled_desktop.main import command_line

command_line()
