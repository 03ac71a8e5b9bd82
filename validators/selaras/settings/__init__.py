"""What the user has set: settings files, their keys, and words that stand for rules."""
