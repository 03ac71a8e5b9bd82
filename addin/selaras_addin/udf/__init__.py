"""What the functions in cells reckon: from values of cells to values of cells, without Excel."""
