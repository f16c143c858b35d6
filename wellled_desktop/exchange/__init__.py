"""What comes from and goes to other programs: calendars and tables; later bundles, merging and the outbox."""
