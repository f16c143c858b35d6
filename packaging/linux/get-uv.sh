#!/bin/sh
# Prints the path of uv, getting a private copy (pinned) into build/uv when there is none on the PATH.
set -eu
version=0.13.9
home=build/uv
if command -v uv > /dev/null; then command -v uv; exit 0; fi
if [ -x "$home/bin/uv" ]; then echo "$home/bin/uv"; exit 0; fi
if ! python3 -c "import venv, ensurepip" 2> /dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
        { apt-get update --quiet=2 && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends python3-venv; } >&2
    else
        echo "Python's venv module is missing. Run this, then try again:" >&2
        echo "    sudo apt-get install --yes --no-install-recommends python3-venv" >&2
        exit 1
    fi
fi
rm -rf "$home"
python3 -m venv "$home" >&2
"$home/bin/python" -m pip install --quiet --disable-pip-version-check "uv==$version" >&2
echo "$home/bin/uv"
