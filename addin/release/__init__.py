"""The bundle for Windows: wheels, add-in, installer, smoke test in one zip. In no wheel itself.

    python -m release -o dist

downloads the packages for Windows from the package index; nothing else here uses the network.
"""
