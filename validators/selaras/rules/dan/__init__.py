"""Fund sources (DAN)."""
