"""The inbox: threads in splits, a reading pane, replies, drafts, snoozes and clocks."""
