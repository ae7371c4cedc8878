#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# copydesk-train gives the same bytes for the same data and seed, with one
# thread or more, and other bytes for another seed.
#   train_same.sh TRAINER TEXTS.jsonl
set -eu
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
mkdir "$out/own"
head -n 12 "$2" >"$out/own/press_train.jsonl"
# Texts that a first tagger annotates: their own names are not read.
tail -n 4 "$2" >"$out/polnear_train.jsonl"

# learn NAME THREADS SEED: the names alone, from one set and those texts.
learn() {
  "$1" --data "$out" --only entities --quiet --id same --seed "$4" \
    --out "$out/$2" --set own/voa_train=0 --set own/articles=0 \
    --set wikigold=0 \
    --set uner_en_ewt_dev=0 --set gum_train=0 --set re3d=0 --set meantime=0 \
    --set wnut17_train=0 --set btc_train=0 --set crossner_politics_train=0 \
    --set gmb=0 --set epochs=2 --set pruned=1 --set runs=2 --set rows=3000 \
    --set second_runs=1 --set threads="$3" 2>/dev/null
}
learn "$1" one 1 7
learn "$1" two 2 7
learn "$1" again 2 7
learn "$1" other 2 8
cmp "$out/one" "$out/two"
cmp "$out/two" "$out/again"
if cmp -s "$out/two" "$out/other"; then
  echo "the seed changes nothing"
  exit 1
fi
