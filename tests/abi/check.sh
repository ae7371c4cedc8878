#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Nobody who was linked against the baseline is broken by the library as it is
# now: a program compiled with the baseline's header runs on it, and abidiff
# finds nothing removed or changed. What abidiff looks at is a library of empty
# functions made of the header, so that only what callers see counts.
#   check.sh CC LIBRARY TOP WORK [--update]
# --update writes the baseline anew (after a deliberate break, or when
# additions were released).
set -eu
cc=$1 library=$2 top=$3 work=$4 update=${5:-}
here=$top/tests/abi
rm -rf "$work"
mkdir -p "$work/include"

# stub HEADER OUT
stub() {
  sed 's/#include "copydesk.h"//' "$1" | python3 -c '
import re, sys
print(re.sub(r"(COPYDESK_API[^;{]*\))\s*;", r"\1 { for (;;) {} }",
             re.sub(r"/\*.*?\*/", "", sys.stdin.read(), flags=re.S)))
' >"$work/stub.c"
  "$cc" -w -g -fPIC -shared -Wl,-soname,libcopydesk.so.0 "$work/stub.c" -o "$2"
}

if [ "$update" = --update ]; then
  stub "$top/capi/copydesk.h" "$work/now.so"
  abidw --no-corpus-path --no-comp-dir-path --no-show-locs \
    --out-file "$here/baseline.abi" "$work/now.so"
  cp "$top/capi/copydesk.h" "$here/baseline.h"
  exit 0
fi
cp "$here/baseline.h" "$work/include/copydesk.h"
"$cc" -std=c99 -Wall -Werror -I"$work/include" "$here/program.c" \
  -o "$work/program" "$library" -Wl,-rpath,"$(dirname "$library")"
"$work/program"
if ! command -v abidiff >/dev/null; then
  echo "abidiff (Debian: abigail-tools) not found: layouts are not compared"
  exit 0
fi
stub "$top/capi/copydesk.h" "$work/now.so"
compare() {
  abidiff --no-added-syms --no-show-locs \
    --suppressions "$here/suppressions.ini" "$here/baseline.abi" "$1"
}
compare "$work/now.so"
# What the suppressions hide: the options' fields that the baseline knows stay
# where they are.
fields() {
  python3 - "$here/baseline.h" <<'END'
import re, sys
text = re.sub(r"/\*.*?\*/", "", open(sys.argv[1]).read(), flags=re.S)
print("#include <stdio.h>\n#include \"copydesk.h\"\nint main(void) {")
for name in ("copydesk_options", "copydesk_normalize_options"):
    body = re.search(r"typedef struct %s \{(.*?)\}" % name, text, re.S)
    for field in re.findall(r"(\w+)\s*;", body.group(1)):
        print('printf("%s.%s %%zu %%zu\\n", offsetof(%s, %s), '
              'sizeof(((%s *)0)->%s));' % ((name, field) * 3))
print("return 0; }")
END
}
fields >"$work/fields.c"
# places HEADER_FOLDER
places() {
  "$cc" -std=c99 -I"$1" "$work/fields.c" -o "$work/fields" && "$work/fields"
}
places "$work/include" >"$work/fields.old"
places "$top/capi" | cmp - "$work/fields.old"
mkdir -p "$work/moved"
sed 's/^  float min_confidence; /  double min_confidence; /' \
  "$top/capi/copydesk.h" >"$work/moved/copydesk.h"
if places "$work/moved" | cmp -s - "$work/fields.old"; then
  echo "a moved field of the options is not seen" >&2
  exit 1
fi
# And it would say so if a struct were another.
sed 's/^  copydesk_string value; /  float old; copydesk_string value; /' \
  "$top/capi/copydesk.h" >"$work/other.h"
stub "$work/other.h" "$work/other.so"
if compare "$work/other.so" >/dev/null; then
  echo "abidiff does not see a change" >&2
  exit 1
fi
