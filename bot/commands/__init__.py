"""What the command line does, a file a subject; bot/__main__.py has the table."""
