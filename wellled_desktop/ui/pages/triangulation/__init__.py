"""The Triangulation page: prompts by sources, and advice."""
