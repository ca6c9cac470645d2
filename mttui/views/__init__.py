"""What things look like, as data."""
