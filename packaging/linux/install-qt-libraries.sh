#!/bin/sh
# Installs the system libraries Qt needs, where they are missing. Not root: says the exact line and stops.
set -eu
here=$(dirname "$0")
present=$(/sbin/ldconfig -p)
missing=""
while read -r library package; do
    case "$library" in "" | "#"*) continue ;; esac
    case "$present" in *"$library "*) ;; *) missing="$missing $package" ;; esac
done < "$here/qt-libraries.txt"
[ -n "$missing" ] || exit 0
line="apt-get install --yes --no-install-recommends$missing"
if [ "$(id -u)" != 0 ]; then
    echo "The window needs system libraries that are missing. Run this, then try again:" >&2
    echo "    sudo $line" >&2
    exit 1
fi
command -v apt-get > /dev/null || { echo "The window needs these libraries:$missing" >&2; exit 1; }
apt-get update --quiet=2
DEBIAN_FRONTEND=noninteractive $line
