"""What is drawn with Textual, and shared by the screens."""
