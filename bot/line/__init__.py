"""The only package that knows LINE's library and LINE's rules."""
