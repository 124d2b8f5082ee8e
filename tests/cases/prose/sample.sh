#!/usr/bin/env never
# A comment of prose,
# with prose.
# shellcheck disable=never
never="never # never $(echo "never # never" # prose
) never" # prose
never_b='never # never' # prose
never_c=never#never # prose
echo $# ${#never} ${never#never} "${never:-'it # never'}" ${never:-# never} never\# # prose
# gloss-disable remark
cat <<EOT <<-'NEVER' # prose
never # never
# gloss-disable never
$never
EOT
	never # never
	NEVER
cat <<<"never # never" # prose
if ((1 << never_x)); then # prose
  echo $'never \' # never' # prose
fi; # prose
case $never in never) echo never;; esac # prose
(echo never)# prose
