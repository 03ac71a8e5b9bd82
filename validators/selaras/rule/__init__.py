"""What a rule is, its examples, and how it is explained."""
