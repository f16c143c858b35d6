"""What somebody means who types to find something, and finding it in the framework. How the record is searched is in `store`."""
