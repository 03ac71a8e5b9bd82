"""Empty workbooks of the official tables, from the same specs as the checks. Not built yet."""
