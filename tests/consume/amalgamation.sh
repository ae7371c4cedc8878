#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The library as three files compiles without a warning, and a C program with
# it says of the golden articles what the command says.
#   amalgamation.sh CC CXX TOP COMMAND WORK
set -eu
cc=$1 cxx=$2 top=$3 command=$4 work=$5
rm -rf "$work"
python3 "$top/src/cmake/amalgamate.py" "$top" "$work"
cd "$work"
utf8proc=$(pkg-config --cflags --libs libutf8proc)
$cxx -std=c++17 -O1 -ffp-contract=off -Wall -Wextra -Werror -c copydesk.cpp
$cc -std=c99 -Wall -Wextra -Werror -DCOPYDESK_STATIC -I. -c \
  "$top/tests/consume/print_json.c"
# shellcheck disable=SC2086
$cxx print_json.o copydesk.o $utf8proc -lpthread -o print_json
for article in "$top"/tests/golden/*.txt "$top"/examples/articles/*.txt; do
  ./print_json <"$article" >ours.json
  python3 - "$article" <<'END' | "$command" analyze --format jsonl >theirs.json
import json, sys
print(json.dumps({"id": "", "text": open(sys.argv[1], newline="").read()}))
END
  cmp ours.json theirs.json
done
if nm copydesk.o | grep ' [TBDR] ' | grep -vE ' (copydesk_|_ZN?K?8copydesk|_Z.*copydesk)'; then
  echo "names outside copydesk" >&2
  exit 1
fi
echo "amalgamation: as the command"
