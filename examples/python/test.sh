#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Makes the wheel, installs it into a folder of its own (with pip, where that
# is there) and tests it; without setuptools and wheel, tests the sources.
#   test.sh PYTHON LIBRARY ARTICLE WORK
set -eu
python=$1 library=$2 article=$3 work=$4
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
rm -rf "$work" && mkdir -p "$work"
export COPYDESK_LIBRARY="$library" PYTHONDONTWRITEBYTECODE=1
if "$python" -c 'import wheel, setuptools' 2>/dev/null; then
  cp -r "$here" "$work/source"
  (cd "$work/source" && "$python" setup.py -q bdist_wheel -d "$work" 2>&1 |
    grep -i error || true)
  wheel=$(ls "$work"/copydesk-*-py3-none-linux_*.whl)
  if "$python" -m pip --version >/dev/null 2>&1; then
    "$python" -m pip -q install --no-deps --no-index --no-cache-dir \
      --disable-pip-version-check --root-user-action ignore \
      --target "$work/site" "$wheel"
  else
    "$python" -m zipfile -e "$wheel" "$work/site"
  fi
  unset COPYDESK_LIBRARY  # the library is in the wheel
  PYTHONPATH="$work/site"
else
  echo "setuptools or wheel is missing: the wheel is not tested"
  PYTHONPATH="$here"
fi
export PYTHONPATH
cp "$here/test_copydesk.py" "$work"  # away from the package's sources
"$python" "$work/test_copydesk.py" "$article"
