"""Where everything of a table lies, and the words of its titles and heads."""
