#!/usr/bin/env bash
# Puts the third parties' sources into .deps/ from the distribution's source packages, which every machine with apt can
# reach through the mirror it already uses. CMake checks what lies there against its pins. Called by build-wasm.sh.
set -euo pipefail
cd "$(dirname "$0")/.."
. cmake/common.sh

# folder, source package, pinned version; bookworm has all but the first.
wanted=(
    "imgui imgui 1.92.2b+ds-1"
    "sdl2 libsdl2 2.26.5+dfsg-1"
    "nlohmann_json nlohmann-json3 3.11.2-2"
    "doctest doctest 2.4.9~ds-1"
    "qrcodegen qr-code-generator 1.8.0-1.1"
)
missing() {
    local entry
    for entry in "${wanted[@]}"; do [ -d ".deps/${entry%% *}" ] || echo "$entry"; done
}
[ -n "$(missing)" ] || exit 0
if ! command -v apt-get >/dev/null; then
    echo "      no apt-get here: CMake will fetch the sources from upstream at the pinned commits"
    exit 0
fi

state=$PWD/.deps/apt
mkdir -p "$state/lists/partial" "$state/cache/archives/partial"
log=$state/log
private_apt() {
    "$1" -q -o Dir::Etc::sourcelist="$state/deb-src.sources" -o Dir::Etc::sourceparts=/dev/null \
        -o Dir::State::lists="$state/lists" -o Dir::Cache="$state/cache" -o APT::Sandbox::User=root "${@:2}"
}

# The machine's own mirror of Debian, whichever way its sources are written: apt itself has read them.
mirror=$(apt-get indextargets --format '$(REPO_URI) $(ORIGIN) $(LABEL) $(COMPONENT)' 'Created-By: Packages' |
    awk '$2 == "Debian" && $3 == "Debian" && $4 == "main" && !found { found = 1; print $1 }')
[ -n "$mirror" ] ||
    fail "No mirror of Debian is among this machine's apt sources: add one, run apt-get update, then start again."

# Suites are read until one has the pinned Dear ImGui; the others are bookworm's.
read_suites() {
    {
        printf 'Types: deb-src\nURIs: %s\nSuites: %s\nComponents: main\n' "$mirror" "$*"
        for keyring in /usr/share/keyrings/debian-archive-keyring.{gpg,pgp}; do
            if [ -f "$keyring" ]; then echo "Signed-By: $keyring"; break; fi
        done
    } >"$state/deb-src.sources"
    # Otherwise apt calls it a success when it fetched nothing.
    retry private_apt apt-get -o APT::Update::Error-Mode=any update >>"$log" 2>&1
}
versions() {
    private_apt apt-cache --only-source showsrc "$1" 2>/dev/null | awk '$1 == "Version:" { print $2 }' || true
}
has() { versions "$1" | grep -qxF "$2"; }

unpack() { # FOLDER PACKAGE VERSION
    local from=$state/$1
    rm -rf "$from" && mkdir -p "$from/tree"
    (cd "$from" && retry private_apt apt-get source --download-only --tar-only --only-source "$2=$3") >>"$log" 2>&1 ||
        fail "The source package $2 $3 could not be fetched: check the network, then start again" \
            "(details: ${log#"$PWD/"})."
    tar -xf "$from"/*.orig.tar.* -C "$from/tree" --strip-components=1
    mv "$from/tree" ".deps/$1"
    rm -rf "$from"
}

read_suites bookworm forky || read_suites bookworm sid ||
    fail "The index of Debian's sources could not be read: check the network, then start again" \
        "(details: ${log#"$PWD/"})."
if [ ! -d .deps/imgui ] && ! has imgui 1.92.2b+ds-1; then read_suites bookworm forky sid || true; fi

missing | while read -r folder package version; do
    if ! has "$package" "$version"; then
        echo "      $package $version is not in the distribution any more: CMake will fetch it from upstream at the" \
            "pinned commit"
        continue
    fi
    echo "      $package $version"
    unpack "$folder" "$package" "$version"
done
rm -rf "$state"
