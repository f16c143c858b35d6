"""Attaching while one goes on: on a real inspection, with real files."""
