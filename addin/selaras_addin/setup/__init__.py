"""The add-in on this computer: where it goes, putting it there, taking it away, what ails it."""
