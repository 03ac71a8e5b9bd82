"""What the cells of one table come to: sums, rates, series of years, figures in sentences."""
