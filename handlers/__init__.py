"""Converses: one module a thing a person can do. No Flask, no LINE, no sentence in any language."""
