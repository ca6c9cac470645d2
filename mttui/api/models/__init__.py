"""What the platform answers and takes, one module a family."""
