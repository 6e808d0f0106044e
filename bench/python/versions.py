"""The versions of Python and of the packages of the comparison, a line each."""

import platform
from importlib.metadata import version

print(f"Python {platform.python_version()}")
for package in ("pandas", "scikit-learn", "polars", "numpy", "matplotlib", "hera"):
    print(f"{package} {version(package)}")
