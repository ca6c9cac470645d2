"""The simulated platform itself: messages, queues, delivery, rules. Knows nothing of HTTP."""
