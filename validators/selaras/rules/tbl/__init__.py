"""TBL: the Renja's own tables against each other."""
