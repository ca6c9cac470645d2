"""The inbox as it is known here: threads in splits, conversations, and what is done with them."""
