"""The command line: thin, quick to start, and in the user's language."""
