#!/bin/sh
# tree-sitter-cli.sh FOLDER: makes FOLDER/tree-sitter, the program that generates the parser, at the version the
# committed parser was generated with (another version writes other bytes). Takes the first that is there: one on
# the PATH, one apt-get offers, on Debian the one of a newer release. Nothing is installed.
set -eu
version=0.22.6
newer_release=trixie

mkdir -p "$1"
folder=$(cd "$1" && pwd)
root=$folder/root

fits() { [ "$("$1" --version 2>/dev/null | cut -d' ' -f2)" = "$version" ]; }

from_path() {
  found=$(command -v tree-sitter) && fits "$found" && ln -sf "$found" "$folder/tree-sitter"
}

from_apt() {
  apt-cache madison tree-sitter-cli 2>/dev/null | grep -q " $version" && unpack tree-sitter-cli && write_runner
}

# The libraries come along, the C library too, so that the program runs beside older ones.
from_newer_debian() {
  grep -qx ID=debian /etc/os-release && use_newer_debian && apt-get update -qq &&
    unpack tree-sitter-cli $(libraries_of tree-sitter-cli) && write_runner
}

# Leaves apt's own lists and settings alone: this process reads the newer release's from `folder`.
use_newer_debian() {
  mirror=$(apt-get indextargets --no-release-info --format '$(REPO_URI)' \
    "Release: $(. /etc/os-release && echo "$VERSION_CODENAME")" | head -n 1)
  [ -n "$mirror" ] || return 1
  mkdir -p "$folder/lists/partial" "$folder/cache/archives/partial"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $newer_release main" \
    >"$folder/sources.list"
  cat >"$folder/apt.conf" <<CONF
Dir::Etc::sourcelist "$folder/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
Dir::State::lists "$folder/lists";
Dir::State::status "/dev/null";
Dir::Cache "$folder/cache";
APT::Sandbox::User "root";
CONF
  export APT_CONFIG="$folder/apt.conf"
}

libraries_of() {
  apt-cache depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces \
    --no-enhances "$1" | sed -n 's/^\(lib[a-z0-9][a-z0-9.+-]*\)$/\1/p' | sort -u
}

unpack() {
  mkdir -p "$folder/packages" "$root"
  (cd "$folder/packages" && apt-get download -qq "$@") &&
    for package in "$folder"/packages/*.deb; do dpkg-deb -x "$package" "$root"; done
}

# Starts the program with the C library that was unpacked with it, where there is one.
write_runner() {
  loader=$(find "$root" -name 'ld-linux*.so.*' | head -n 1)
  libraries=$(dirname "$(find "$root" -name 'libc.so.*' | head -n 1)")
  cat >"$folder/tree-sitter" <<RUN
#!/bin/sh
exec ${loader:+"$loader" --library-path "$libraries"} "$root/usr/bin/tree-sitter" "\$@"
RUN
  chmod +x "$folder/tree-sitter"
}

fits "$folder/tree-sitter" && exit 0
for source in from_path from_apt from_newer_debian; do
  "$source" && fits "$folder/tree-sitter" && exit 0
done
echo "tree-sitter $version, which generates the parser, cannot be had here; put it on the PATH" >&2
exit 1
