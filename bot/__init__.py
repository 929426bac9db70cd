"""Hears and speaks: LINE, the web, the words and the cards."""
