"""The HTTP API the bot speaks to, address by address as LINE has it."""
