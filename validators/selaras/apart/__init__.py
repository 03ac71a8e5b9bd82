"""What does not count in a run: findings that are waived, findings that were known before."""
