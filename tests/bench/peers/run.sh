#!/bin/sh
# run.sh NAME TEXT: one program looks for the terms in the text; it ends with 127 where it is not installed.
# bench/peers.c gives as variables: GLOSS, the program; INPUTS, the folder of the glossary and the lists of terms.
set -u
here=$(cd "$(dirname "$0")" && pwd) name=$1 text=$2
terms=$INPUTS/terms.txt

case $name in
  gloss) exec "$GLOSS" find --jobs 1 --glossary "$INPUTS/made.gloss" "$text" ;;
  grep) exec grep -F -w -f "$terms" "$text" ;;
  ripgrep) exec rg -j 1 -F -w -f "$terms" "$text" ;;
  codespell) exec codespell -D "$INPUTS/codespell.txt" "$text" ;;
  cspell) cd "$INPUTS" && exec "$here/node_modules/.bin/cspell" --no-progress --no-summary -c cspell.json "$text" ;;
  textlint) cd "$here" && exec node_modules/.bin/textlint -c "$INPUTS/textlint.json" "$text" ;;
  *) exec "$here/python/bin/python3" "$here/find.py" "$name" "$terms" "$text" ;;
esac
