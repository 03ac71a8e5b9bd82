"""`python -m selaras` is the same as `selaras`."""

from selaras.cli.main import run

if __name__ == "__main__":
    run()
