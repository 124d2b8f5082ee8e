#!/bin/sh
# neovim.sh [NVIM…]: hover, completion and diagnostics in Neovim without a screen, through editors/neovim and
# the program $GLOSS. Each NVIM (nvim when none is named) is run. With GLOSS_PAGE set to a glossary page, the
# terms of that page are looked up instead.
set -eu
: "${GLOSS:?must name the gloss program}"
here=$(cd "$(dirname "$0")" && pwd)
GLOSS=$(cd "$(dirname "$GLOSS")" && pwd)/$(basename "$GLOSS")
[ -z "${GLOSS_PAGE:-}" ] || GLOSS_PAGE=$(cd "$(dirname "$GLOSS_PAGE")" && pwd)/$(basename "$GLOSS_PAGE")
export GLOSS GLOSS_PAGE="${GLOSS_PAGE:-}" GLOSS_TEST_FOLDER="$here" GLOSS_EDITOR_FOLDER="$here/../../editors/neovim"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# A home of its own: neither configuration nor history of the person who runs this.
export HOME="$work/home" XDG_CONFIG_HOME="$work/home" XDG_DATA_HOME="$work/home" XDG_STATE_HOME="$work/home"
export XDG_CACHE_HOME="$work/home" PATH="$(dirname "$GLOSS"):$PATH"
unset VIMRUNTIME NVIM NVIM_LISTEN_ADDRESS || true

# Whether the process is gone, within ten seconds.
is_gone() {
  tries=100
  while kill -0 "$1" 2>/dev/null; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || return 1
    sleep 0.1
  done
}

fail() {
  echo "FAILED: $1" >&2
  [ ! -s "$work/home/nvim/lsp.log" ] || tail -n 20 "$work/home/nvim/lsp.log" >&2
  exit 1
}

# A fresh folder with the glossary; nvim works in it.
run() {
  rm -rf "$work/mill" "$work/home"
  mkdir -p "$work/mill" "$work/home"
  cp "$here/../data/mill.gloss.md" "$work/mill"
  (cd "$work/mill" && timeout 300 "$1" --headless --clean -n -u "$here/neovim_init.lua" -c "luafile $here/neovim.lua") \
    2>"$work/said" || fail "$1: $(cat "$work/said")"
  [ -s "$work/mill/server.pid" ] || fail "$1: no server was seen"
  is_gone "$(cat "$work/mill/server.pid")" || fail "$1: the server is still running"
  # What a server writes to stderr, a sanitizer's report too, ends up in the log.
  ! grep -s '"stderr"' "$work/home/nvim/lsp.log" >&2 || fail "$1: the server wrote to stderr"
  echo "ok: $("$1" --version | head -n 1)"
}

[ $# -gt 0 ] || set -- nvim
for nvim; do run "$nvim"; done
