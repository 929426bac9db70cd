"""Changes of the tables, numbered."""
