"""RKP: the Renja against the review of the draft RKPD (T-C.31)."""
