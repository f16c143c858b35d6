"""Service-level findings: what core-service reports say, a source of its own."""
