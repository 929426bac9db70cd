"""What LINE would refuse: one table of checks per kind of thing a bot sends."""
