"""Draws: pictures and papers. Values in, bytes out; no table, no LINE."""
