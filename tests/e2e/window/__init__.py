"""Whole sessions on the real window by keyboard alone, on a real encrypted inspection, with a picture of each step."""
