#!/bin/sh
# commands.sh: every command that a page of this project shows exists, and every rule is listed. GLOSS is the program, BUILD its build folder.
set -u
cd "$(dirname "$0")/.."
wrong=0
complain() { echo "$*" && wrong=$((wrong + 1)); }

pages=$(find . \( -name build -o -name node_modules -o -name .git -o -path ./glossary/builtin -o -path ./tests/data \
  -o -path ./tests/cases \) -prune -o -name '*.md' -print)

# What follows `$1 ` on the lines of code in the pages: "page:word". Code is indented, fenced or between backquotes.
words_after() {
  awk -v command="$1" '
    FNR == 1 { fenced = 0 }
    /^ *```/ { fenced = !fenced; next }
    fenced || /^    / { look($0); next }
    { n = split($0, parts, "`"); for (i = 2; i <= n; i += 2) look(parts[i]) }
    function look(code) {
      gsub(/^[ $]+/, "", code)
      if (index(code, command " ") == 1) { split(substr(code, length(command) + 2), words, /[^A-Za-z-]/)
        if (words[1] != "") print FILENAME ":" words[1] }
    }' $pages | sort -u
}

check() { # COMMAND LIST-OF-WHAT-IT-KNOWS
  for place in $(words_after "$1"); do
    seen=$((seen + 1))
    echo "$2" | grep -qE "(^|[ |])${place#*:}([ ,|=[\`]|\$)" || complain "${place%%:*} shows \`$1 ${place#*:}\`, which does not exist"
  done
}

seen=0
check ./dev "$(./dev help)"
check gloss "$("$GLOSS" --help)"
for command in './dev demo' './dev test'; do
  grep -qF "$command" README.md 2>/dev/null || complain "README.md does not show $command"
done
"$GLOSS" rules --color=never | while read -r rule severity rest; do
  grep -qF "| \`$rule\` | $severity | $rest" README.md || echo "$rule"
done >"$BUILD/unlisted"
for rule in $(cat "$BUILD/unlisted"); do complain "README.md does not list $rule as \`gloss rules\` does"; done
echo "$seen commands looked up, $wrong missing"
[ "$wrong" = 0 ]
