"""How well the bot understands lists of messages whose meaning is known: python -m bot evaluate."""
