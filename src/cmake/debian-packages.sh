#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Installs the Debian packages that are missing to build copydesk ("build") or
# to build and test it ("test"). Does nothing, fast, when all are there.
set -eu
packages="g++ cmake ninja-build pkg-config libutf8proc-dev libicu-dev
  nlohmann-json3-dev libcli11-dev doctest-dev libbenchmark-dev python3"
if [ "${1:-build}" = test ]; then
  packages="$packages unicode-data python3-jsonschema clang
    python3-setuptools python3-wheel python3-pip dpkg-dev abigail-tools doxygen
    emscripten node-acorn node-typescript python3-numpy mypy"
  # Toolchains of the bindings that may be there without Debian's packages.
  command -v javac >/dev/null || packages="$packages default-jdk-headless"
  command -v cargo >/dev/null || packages="$packages cargo"
  command -v go >/dev/null || packages="$packages golang-go"
  [ -e /usr/include/node/node_api.h ] || packages="$packages libnode-dev"
fi
missing=
for p in $packages; do
  dpkg-query -W -f '${Status}' "$p" 2>/dev/null | grep -q '^install ok' ||
    missing="$missing $p"
done
[ -n "$missing" ] || exit 0
sudo=
[ "$(id -u)" = 0 ] || sudo=sudo
echo "installing:$missing" >&2
$sudo apt-get update -qq >&2
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq \
  --no-install-recommends $missing >&2
