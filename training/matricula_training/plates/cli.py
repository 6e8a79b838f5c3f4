def register(commands):
    """Adds this part's commands."""
