#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Makes the Debian package, installs it into a root of its own, runs and links
# what lies there, removes it, and looks that nothing is left.
#   deb.sh TOP BUILD WORK
set -eu
top=$1 build=$2 work=$3/deb
for tool in dpkg-shlibdeps dpkg-deb dpkg cpack; do
  command -v $tool >/dev/null || {
    echo "SKIPPED: $tool (Debian: dpkg-dev) not found"
    exit 0
  }
done
rm -rf "$work"
root=$work/root
mkdir -p "$root/var/lib/dpkg/info" "$root/var/lib/dpkg/updates"
touch "$root/var/lib/dpkg/status"
(cd "$build" && cpack -G DEB -B "$work" >"$work/cpack.log") || {
  cat "$work/cpack.log"
  exit 1
}
deb=$(ls "$work"/copydesk_*.deb)
dpkg-deb -f "$deb" Depends | grep -q libutf8proc2
in_root() {
  dpkg --root="$root" --force-not-root --force-depends --force-script-chrootless \
    --log="$work/dpkg.log" "$@" 2>"$work/dpkg.err" >/dev/null ||
    { cat "$work/dpkg.err"; return 1; }
}
in_root -i "$deb"
"$root/usr/bin/copydesk" --version
"$root/usr/bin/copydesk" analyze --format text \
  "$top/examples/articles/harbour.txt" | grep -q Solheim
lib=$(dirname "$(find "$root" -name libcopydesk.so)")
cc -std=c99 "$top/tests/consume/use.c" -I"$root/usr/include" -L"$lib" \
  -lcopydesk -Wl,-rpath,"$lib" -o "$work/use"
"$work/use"
find "$root" -path '*/share/doc/copydesk/*' -name NOTICE | grep -q .
in_root -P copydesk
left=$(find "$root" -path "$root/var" -prune -o -type f -print -o -type l -print)
[ -z "$left" ] || {
  echo "left behind: $left" >&2
  exit 1
}
