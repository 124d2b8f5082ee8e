#!/bin/sh
# need.sh PROGRAM… -- COMMAND…: runs the command where the programs are there. Elsewhere the test cannot run: it says
# so, and on a build machine (CI is set) that is a failure.
missing=
while [ "$1" != -- ]; do
  command -v "$1" >/dev/null 2>&1 || [ -e "$1" ] || missing="$missing $1"
  shift
done
shift
if [ -n "$missing" ]; then
  echo "CANNOT RUN: missing$missing (./dev setup installs what can be installed)"
  [ -n "${CI:-}" ] && exit 1
  exit 77
fi
"$@"
status=$?
[ "$status" = 77 ] && [ -n "${CI:-}" ] && exit 1
exit "$status"
