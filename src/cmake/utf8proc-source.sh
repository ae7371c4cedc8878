#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Puts utf8proc's sources of Debian into build/utf8proc, for builds that have
# no utf8proc to link: WebAssembly and the amalgamation. Asks Debian's archive
# for the source package without touching the machine's own list of sources.
#   utf8proc-source.sh [SUITE]     bookworm by default
set -eu
top=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
into=$top/build/utf8proc
[ ! -f "$into/utf8proc.c" ] || exit 0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial" "$work/parts"
cat >"$work/parts/source.sources" <<END
Types: deb-src
URIs: http://deb.debian.org/debian
Suites: ${1:-bookworm}
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
END
set -- -qq -o Dir::Etc::sourcelist=/dev/null \
  -o Dir::Etc::sourceparts="$work/parts" -o Dir::State::lists="$work/lists" \
  -o APT::Sandbox::User=root
cd "$work"
apt-get "$@" update
apt-get "$@" source utf8proc >/dev/null
mkdir -p "$top/build"
rm -rf "$into"
mv utf8proc-*/ "$into"
