"""The command line, on a real library with real, encrypted stores."""
