#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Makes the package with npm, installs it into a folder of its own and tests it
# there, by require and by import; without npm, tests the sources.
#   test.sh NODE ADD_ON ARTICLE WORK
set -eu
node=$1 addon=$2 article=$3 work=$4
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
if ! command -v npm >/dev/null; then
  echo "npm is missing: the package is not tested"
  COPYDESK_ADDON=$addon exec "$node" "$here/test.js" "$article"
fi
rm -rf "$work" && mkdir -p "$work/source" "$work/site"
work=$(CDPATH='' cd -- "$work" && pwd)
cp "$here"/*.js "$here"/*.ts "$here/package.json" "$here/README.md" "$addon" \
  "$work/source"
npm="npm --offline --silent --cache $work/cache --no-update-notifier"
(cd "$work/source" && $npm pack --pack-destination "$work" >/dev/null)
cd "$work/site"
echo '{"private": true}' >package.json
$npm install --no-audit --no-fund "$work"/copydesk-*.tgz
sed "s|'./index.js'|'copydesk'|g" "$here/test.js" >test.js
"$node" test.js "$article"
echo 'import { Analyzer } from "copydesk"; new Analyzer();' >test.mjs
"$node" test.mjs
