import pytest

# A failure of what is expected of a button says what was found instead.
pytest.register_assert_rewrite(f"{__name__}.klik")
