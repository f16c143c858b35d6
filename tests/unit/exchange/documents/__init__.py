"""Reading documents: each kind by its reader, the process around them, and what becomes of a hostile one."""
