#!/bin/sh
# check.sh TREE-SITTER-COMMAND…: generates the parser again, compares it byte for byte with src/, and runs the
# tests of test/corpus and test/queries. With UPDATE=1 what comes out takes the place of what was there.
# The work is done in a copy under BUILD_DIR (a new temporary folder where it is not set).
set -eu
[ $# -gt 0 ] || { echo "usage: grammar/check.sh TREE-SITTER-COMMAND…" >&2; exit 2; }

grammar=$(cd "$(dirname "$0")" && pwd)
case $1 in */*) program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1") ;; *) program=$1 ;; esac
shift
if [ -n "${BUILD_DIR:-}" ]; then
  mkdir -p "$BUILD_DIR"
  work=$(cd "$BUILD_DIR" && pwd)
else
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
fi

# The program compiles the parser into its cache and reads its settings from the home folder: give it its own.
export HOME="$work/home" XDG_CACHE_HOME="$work/cache" XDG_CONFIG_HOME="$work/config" TREE_SITTER_DIR="$work/config"
rm -rf "$work/grammar" "$work/cache"
mkdir -p "$HOME" "$XDG_CACHE_HOME" "$XDG_CONFIG_HOME"
cp -R "$grammar" "$work/grammar"
cd "$work/grammar"
rm -rf src/parser.c src/grammar.json src/node-types.json src/tree_sitter
"$program" "$@" generate --abi 14 --no-bindings

generated="src/parser.c src/grammar.json src/node-types.json src/tree_sitter"
if [ "${UPDATE:-}" = 1 ]; then
  rm -rf "$grammar/src/tree_sitter"
  for path in $generated; do cp -R "$path" "$grammar/src/"; done
fi
for path in $generated; do
  diff -r "$path" "$grammar/$path" >/dev/null || {
    echo "grammar/$path is not what grammar.js generates; run with UPDATE=1" >&2
    exit 1
  }
done
"$program" "$@" test

# What each query captures in the sample, beside what it should. The first line of the program's answer is the
# path; the number of a capture is its own business.
for query in highlights folds injections; do
  "$program" "$@" query "queries/$query.scm" test/queries/sample.gloss.md |
    sed -n 's/^ *capture: \([0-9]* - \)\{0,1\}//p' > "$work/$query.txt"
  [ "${UPDATE:-}" != 1 ] || cp "$work/$query.txt" "$grammar/test/queries/$query.txt"
  diff "$grammar/test/queries/$query.txt" "$work/$query.txt" || {
    echo "queries/$query.scm captures something else than test/queries/$query.txt; run with UPDATE=1" >&2
    exit 1
  }
done
echo "highlights, folds and injections capture what they should"
