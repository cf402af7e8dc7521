"""Which version of the package this is."""

from importlib.metadata import PackageNotFoundError, version


def find_version() -> str:
    """The version installed; "0" in a checkout that is not."""
    try:
        return version("release-qa")
    except PackageNotFoundError:
        return "0"
