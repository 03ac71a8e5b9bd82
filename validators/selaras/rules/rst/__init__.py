"""The Renja against the Renstra (RST): rates, targets, amounts."""
