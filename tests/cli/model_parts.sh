#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# copydesk-train --from takes whole parts of a model, and no others; the command
# reads with a model of a file.
#   model_parts.sh TRAINER MODEL [COMMAND]
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

# copydesk --model reads with what the file holds: names, but no report.
if [ $# -gt 2 ]; then
  echo "Karin Lund said the dam would hold." >"$out/report"
  "$3" analyze "$out/report" >"$out/built-in"
  "$3" analyze --model "$2" "$out/report" >"$out/file"
  cmp "$out/built-in" "$out/file"
  grep -q '"indirect"' "$out/file"
  "$3" analyze --model "$out/names" "$out/report" >"$out/named"
  grep -q '"PERSON"' "$out/named"
  if grep -q '"indirect"' "$out/named"; then
    echo "a model without quotations found one"
    exit 1
  fi
fi

# What is no model is refused with its name.
echo no model >"$out/text"
if "$1" --data "$out" --from "$out/text" --out "$out/x" 2>"$out/why"; then
  echo "a text was taken for a model"
  exit 1
fi
grep -q "$out/text" "$out/why"
