"""One folder a place in the app: its view, its presenter, its models."""
