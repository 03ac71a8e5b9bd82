"""What stands in single cells, read: codes, amounts, targets, texts; and findings on them."""
