"""The Thai language as the bot needs it: spelling, numbers, dates, the calendar; pure, no network."""
