#!/usr/bin/env bash
# What no compiler asks of the sources: that lines break where clang-format and Prettier break them, that none is wider
# than a window beside another, and that no file is longer than one subject is. Each fault is told with its place.
set -uo pipefail
cd "$(dirname "$0")/.."
most_columns=120 # as .clang-format and .prettierrc.json have it
most_lines=400
export LC_ALL=C.UTF-8

mapfile -t sources < <(find src tests bench web shaders cmake -name node_modules -prune -o -type f \
    -regex '.*\.\(cpp\|h\|c\|js\|mjs\|css\|html\|vert\|frag\|cmake\|py\|sh\)' -print | sort)
mapfile -t formatted < <(printf '%s\n' "${sources[@]}" | grep -E '^(src|tests)/.*\.(cpp|h)$')
mapfile -t scripts < <(printf '%s\n' "${sources[@]}" | grep -E '\.m?js$')
prettier=tests/browser/node_modules/.bin/prettier
# No part of the check may pass because it looked at nothing.
if [ "${#formatted[@]}" -lt 100 ] || [ "${#scripts[@]}" -lt 60 ]; then
    echo "The sources are not where they were." >&2
    exit 1
fi
if [ ! -x $prettier ]; then
    echo "Prettier is not there: npm --prefix tests/browser ci fetches it." >&2
    exit 1
fi

faults=0
fault() {
    printf '%s\n' "$1" >&2
    faults=1
}

wide=$(grep -nE "^.{$((most_columns + 1)),}" "${sources[@]}" build-wasm.sh CMakeLists.txt | cut -c1-$most_columns)
[ -z "$wide" ] || fault "Wider than $most_columns characters: break them.
$wide"

long=$(wc -l "${sources[@]}" | awk -v most=$most_lines '$2 != "total" && $1 > most { print $2 ": " $1 }')
[ -z "$long" ] || fault "More than $most_lines lines: move something that belongs together into a file of its own.
$long"

unformatted=$(clang-format-14 --dry-run "${formatted[@]}" 2>&1 | grep warning)
[ -z "$unformatted" ] || fault "clang-format-14 -i would change these:
$unformatted"

# Also what it cannot read is a fault.
unformatted=$($prettier --list-different "${scripts[@]}" 2>&1) || fault "$prettier --write would change these:
$unformatted"
exit $faults
