"""Knows and decides: a noun a file, the table first, its rules below as functions taking `db` first."""
