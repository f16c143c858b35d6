"""Finding things in the record: the index, kept in the transaction that changes what it is of, and the reads of it."""
