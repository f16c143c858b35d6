"""The session page: writing lines, tags, drafts, changes, and long sessions."""
