#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# copydesk-train --from takes whole parts of a model, and no others.
#   model_parts.sh TRAINER MODEL
set -eu
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
id=$(dd if="$2" bs=1 skip=32 count=32 2>/dev/null | tr -d '\000')
id=${id%-*}

# All parts of a model, and nothing else: the model again.
"$1" --data "$out" --from "$2" --id "$id" --out "$out/all" 2>/dev/null
cmp "$out/all" "$2"

# The two halves joined are the whole again; one alone is not.
"$1" --data "$out" --from "$2" --only quotes --out "$out/quotes" 2>/dev/null
if cmp -s "$out/quotes" "$2"; then
  echo "--only quotes took everything"
  exit 1
fi
"$1" --data "$out" --from "$2" --only clusters,entities,samples,titles \
  --out "$out/names" 2>/dev/null
[ "$(wc -c <"$out/quotes")" -lt "$(wc -c <"$2")" ]
"$1" --data "$out" --base "$out/names" --from "$out/quotes" --only quotes \
  --id "$id" --out "$out/joined" 2>/dev/null
cmp "$out/joined" "$2"

# What is no model is refused with its name.
echo no model >"$out/text"
if "$1" --data "$out" --from "$out/text" --out "$out/x" 2>"$out/why"; then
  echo "a text was taken for a model"
  exit 1
fi
grep -q "$out/text" "$out/why"
