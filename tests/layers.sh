#!/bin/sh
# layers.sh: proves the architecture on the built libraries and on the sources.
#   grammar <- glossary <- lsp; the two on the left do no I/O and keep no state; each outside library has one room.
# BUILD is the build folder.
set -u
cd "$(dirname "$0")/.."
wrong=0
complain() { echo "$*" && wrong=$((wrong + 1)); }

# ---- what each file may include: pattern of files, then patterns of headers

may_include='
grammar/src/*            tree_sitter/*.h std*.h string.h wctype.h
glossary/*               ctype.h inttypes.h limits.h std*.h string.h
glossary/syntax.c        tree_sitter/api.h grammar/*
glossary/prose/markdown/* md4c.h
glossary/format/body/*  md4c.h
glossary/base/*          utf8proc.h
glossary/words/*         utf8proc.h
glossary/complete/*      utf8proc.h
lsp/*                    glossary/* uv.h jansson.h
lsp/*                    [a-z]*.h sys/*.h arpa/*.h netinet/*.h
'
never='lsp/*:tree_sitter/* lsp/*:grammar/* lsp/*:md4c.h lsp/*:utf8proc.h'

set -f # the patterns below are matched by case, never against file names

allowed() { # FILE HEADER
  for pair in $never; do
    case $1:$2 in $pair) return 1 ;; esac
  done
  while read -r files headers; do
    case $1 in ${files:-/}) for header in $headers; do
      case $2 in $header) return 0 ;; esac
    done ;; esac
  done <<TABLE
$may_include
TABLE
  return 1
}

# Rooms from the lowest up: a file includes what stands in its own line, and in those above. The first pattern that fits
# a file counts. A file right in glossary/ or lsp/ is written with two slashes. So rules see what entries have in common,
# and only what runs them sees the rules; what is said in LSP knows no workspace, and the workspace no feature.
order='
glossary/base/*
glossary//line.? glossary//text.? glossary//edit.? glossary//outline.h glossary//entry.h glossary//field.? glossary//heading.?
glossary/prose/*
glossary/words/*
glossary//[!g]*
glossary/match/* glossary/complete/* glossary/reflow/*
glossary/lint/finding.? glossary/lint/rules.h glossary/lint/order.? glossary/lint/new_entry.? glossary/lint/sentences.?
glossary/format/format.h glossary/format/layout.h
glossary/format/body/*
glossary/format/entry/*
glossary/format/*
glossary/convert/*
glossary/lint/names* glossary/lint/facts.? glossary/lint/sharers.? glossary/lint/categories.?
glossary/lint/document/document.h glossary/lint/document/census.?
glossary/rules/rule.h glossary/rules/document_rule.h glossary/rules/all.h
glossary/rules/reading/*
glossary/rules/mending/*
glossary/rules/*
glossary/lint/suppress/*
glossary/lint/document/*
glossary/lint/*
glossary//*
lsp//json* lsp//position* lsp//uri* lsp//jobs* lsp//entry_view.h lsp/markdown/*
lsp/rpc/* lsp/disk/*
lsp/config/*
lsp/library/*
lsp//rules_page* lsp/protocol/*
lsp/workspace/*
lsp/lint/*
lsp/feature/*
lsp/project/*
lsp/server/*
lsp/terminal/* lsp/report/* lsp/check/* lsp/command/*
lsp//*
'

rank() { # FILE; puts the number of its line into `level`
  case $1 in
    */*/*) name=$1 ;;
    *) name=${1%/*}//${1#*/} ;;
  esac
  level=0
  while read -r patterns; do
    for pattern in $patterns; do
      case $name in $pattern) return ;; esac
    done
    level=$((level + 1))
  done <<TABLE
$order
TABLE
}

goes_up() { # FILE INCLUDED
  rank "$2" && top=$level
  rank "$1" && [ "$top" -gt "$level" ]
}

# A header in quotes is a file of the same library, seen from the file itself, without leaving the library, or from
# its top. It is put into `found`.
in_room() { # FILE HEADER
  room=${1%%/*} folder=${1%/*} header=$2
  while :; do
    case $header:$folder in
      ../*:*/*) header=${header#../} folder=${folder%/*} ;;
      *) break ;;
    esac
  done
  case $header in *../*) return 1 ;; esac
  found=$folder/$header
  [ -f "$found" ] && return
  found=$room/$2
  [ -f "$found" ]
}

includes() { find grammar/src glossary lsp -name '*.[ch]' ! -path '*/tree_sitter/*' -exec grep -H '^ *# *include' {} +; }

check_includes() {
  count=0
  while IFS=: read -r file include; do
    name=${include#*[<\"]} name=${name%[>\"]*}
    count=$((count + 1))
    found=
    case $include in
      *'"'*) in_room "$file" "$name" || { found='' && allowed "$file" "$name"; } ;;
      *) allowed "$file" "$name" ;;
    esac || complain "$file may not include $name"
    if [ "$found" ] && goes_up "$file" "$found"; then complain "$file may not include $found: it stands above"; fi
  done <<LIST
$(includes)
LIST
  echo "$count includes looked at"
}

# ---- what the core calls: itself, its three libraries, and C functions that only compute

pure='^(mem(cpy|move|set|cmp|chr|rchr|mem)|str(len|nlen|cmp|ncmp|chr|rchr|spn|cspn|pbrk|str|tol|toul|toll|toull)|v?snprintf|
malloc|calloc|realloc|free|abort|qsort|qsort_r|bsearch|is[a-z]+|to(lower|upper)|isw[a-z]+|tow(lower|upper)|
__(memcpy|memmove|memset|strcpy|strcat|snprintf|vsnprintf)_chk|__isoc23_str[a-z]+|__stack_chk_fail|
__popcount[a-z0-9]*|__ctype_b_loc|__ctype_tolower_loc|__ctype_toupper_loc|_GLOBAL_OFFSET_TABLE_|(ts|utf8proc|md)_[a-z0-9_]+)$'
pure=$(echo "$pure" | tr -d '\n')

check_calls() {
  libraries="$BUILD/libglossary.a $BUILD/libgrammar.a"
  for library in $libraries; do
    [ -s "$library" ] || complain "$library is not built"
  done
  own=$(mktemp)
  nm -P -g --defined-only $libraries 2>/dev/null | awk 'NF > 1 { print $1 }' | sort -u >"$own"
  calls=$(nm -P -u $libraries 2>/dev/null | awk 'NF > 1 { print $1 }' | sort -u | comm -23 - "$own")
  rm -f "$own"
  for call in $(echo "$calls" | grep -vE "$pure"); do
    complain "the core may not call $call (in $(callers "$call"))"
  done
  echo "$(echo "$calls" | wc -l) outside functions called by the core"
}

callers() { nm -A -P -u $libraries | awk -v name="$1" '$2 == name { print $1 }' | sed 's/.*\[//; s/\]:*//' | xargs; }

# Zeroed data is what a program writes to while it runs. One word of it says how to report a lack of memory.
check_state() {
  for name in $(nm -P $libraries 2>/dev/null | awk '$2 ~ /^[bBC]$/ { print $1 }' | grep -vx report_failure); do
    complain "the core may not keep state of its own: $name"
  done
}

# ---- sizes: told, not judged

tell_sizes() {
  find glossary lsp -name '*.c' -exec awk '
    FNR == 1 { inside = 0 }
    /^[A-Za-z].*\) \{$/ { inside = FNR }
    /^}/ && inside { print FNR - inside + 1, FILENAME; inside = 0 }' {} + | sort -n | awk '
    { lines[NR] = $0 }
    END { if (NR) print NR " functions; median, 90th percentile and longest, in lines: " \
      int(lines[int((NR + 1) / 2)]) ", " int(lines[int(NR * 0.9) + 1]) ", " lines[NR] }'
  find glossary lsp -name '*.[ch]' -exec wc -l {} + | sort -rn | awk '$2 != "total"' | head -n 3
}

check_includes
check_calls
check_state
tell_sizes
echo "$wrong breaches of the architecture"
[ "$wrong" = 0 ]
