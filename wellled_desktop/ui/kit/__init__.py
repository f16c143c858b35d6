"""Widgets, theme and models that several places share."""
