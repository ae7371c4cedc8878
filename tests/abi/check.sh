#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Nobody who was linked against the baseline is broken by the library as it is
# now: a program built with the baseline's header and linked against a library
# with its soname and symbol versions runs on it; constants have their values;
# abidiff finds nothing removed or changed. What abidiff looks at is a library of
# empty functions made of the header, so that only what callers see counts. Each
# check is shown a change that it has to find.
#   check.sh CC LIBRARY TOP WORK [--update]
# --update writes the baseline anew (after a deliberate break, or when
# additions were released).
set -eu
cc=$1 library=$2 top=$3 work=$4 update=${5:-}
here=$top/tests/abi
rm -rf "$work"
mkdir -p "$work/include"

# stub HEADER OUT MAP
stub() {
  sed 's/#include "copydesk.h"//' "$1" | python3 -c '
import re, sys
print(re.sub(r"(COPYDESK_API[^;{]*\))\s*;", r"\1 { for (;;) {} }",
             re.sub(r"/\*.*?\*/", "", sys.stdin.read(), flags=re.S)))
' >"$work/stub.c"
  "$cc" -w -g -fPIC -shared -Wl,-soname,libcopydesk.so.1 \
    -Wl,--version-script="$3" "$work/stub.c" -o "$2"
}

if [ "$update" = --update ]; then
  stub "$top/capi/copydesk.h" "$work/now.so" "$top/capi/copydesk.map"
  abidw --no-corpus-path --no-comp-dir-path --no-show-locs \
    --out-file "$here/baseline.abi" "$work/now.so"
  cp "$top/capi/copydesk.h" "$here/baseline.h"
  cp "$top/capi/copydesk.map" "$here/baseline.map"
  exit 0
fi
cp "$here/baseline.h" "$work/include/copydesk.h"
mkdir -p "$work/old" "$work/less"
stub "$here/baseline.h" "$work/old/libcopydesk.so.1" "$here/baseline.map"
# The program asks for every function of the baseline.
{
  echo '#include <copydesk.h>'
  echo 'typedef void (*any)(void);'
  echo 'extern const any all[];'
  echo 'const any all[] = {'
  sed -n 's/^    \(copydesk_[a-z0-9_]*\);$/(any)\1,/p' "$here/baseline.map"
  echo '0};'
} >"$work/all.c"
"$cc" -std=c99 -Wall -Werror -I"$work/include" "$here/program.c" \
  "$work/all.c" -o "$work/program" "$work/old/libcopydesk.so.1"
# run FOLDER: the program with the library there, all symbols looked up first
run() {
  LD_BIND_NOW=1 LD_LIBRARY_PATH=$1 "$work/program"
}
run "$(dirname "$library")"
# It would not if a function or the version of a symbol were gone.
for change in '/copydesk_text_unit;/d' 's/^COPYDESK_1/COPYDESK_2/'; do
  sed "$change" "$here/baseline.map" >"$work/less.map"
  stub "$here/baseline.h" "$work/less/libcopydesk.so.1" "$work/less.map"
  if LD_TRACE_LOADED_OBJECTS=1 LD_WARN=yes LD_BIND_NOW=1 \
    LD_LIBRARY_PATH=$work/less "$work/program" 2>&1 |
    grep -q 'undefined symbol\|not found\|no version information'; then
    continue
  fi
  echo "the program does not miss anything after $change" >&2
  exit 1
done

# constants HEADER_FOLDER: the numbers of the baseline, as the header has them
python3 - "$here/baseline.h" >"$work/constants.c" <<'END'
import re, sys
text = re.sub(r"/\*.*?\*/", "", open(sys.argv[1]).read(), flags=re.S)
names = re.findall(r"^#define (COPYDESK_\w+) \d", text, re.M)
for body in re.findall(r"\benum \{(.*?)\}", text, re.S):
    names += re.findall(r"(COPYDESK_\w+) =", body)
print("#include <stdio.h>\n#include \"copydesk.h\"\nint main(void) {")
for name in names:
    if "VERSION_" not in name and name != "COPYDESK_MODEL_FORMAT":
        print('printf("%s %%lld\\n", (long long)(%s));' % (name, name))
print("return 0; }")
END
constants() {
  "$cc" -std=c99 -I"$1" "$work/constants.c" -o "$work/constants" &&
    "$work/constants"
}
constants "$work/include" >"$work/constants.old"
[ "$(wc -l <"$work/constants.old")" -gt 60 ]
constants "$top/capi" | cmp - "$work/constants.old"
mkdir -p "$work/numbers"
sed 's/COPYDESK_LOC = 5/COPYDESK_LOC = 6/' "$top/capi/copydesk.h" \
  >"$work/numbers/copydesk.h"
if constants "$work/numbers" | cmp -s - "$work/constants.old"; then
  echo "another number is not seen" >&2
  exit 1
fi
if ! command -v abidiff >/dev/null; then
  echo "abidiff (Debian: abigail-tools) not found: layouts are not compared"
  exit 0
fi
stub "$top/capi/copydesk.h" "$work/now.so" "$top/capi/copydesk.map"
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
stub "$work/other.h" "$work/other.so" "$top/capi/copydesk.map"
if compare "$work/other.so" >/dev/null; then
  echo "abidiff does not see a change" >&2
  exit 1
fi
sed '/copydesk_text_unit;/d' "$top/capi/copydesk.map" >"$work/less.map"
stub "$top/capi/copydesk.h" "$work/less.so" "$work/less.map"
if compare "$work/less.so" >/dev/null; then
  echo "abidiff does not miss a function" >&2
  exit 1
fi
