#!/usr/bin/env bash
# Builds the pages and the command line tool into dist/, from a fresh Debian 12 on: installs what is missing, fetches
# the third parties' sources once, compiles with Emscripten, and says what it made.
set -euo pipefail
cd "$(dirname "$0")"
. cmake/common.sh

usage="Usage: ./build-wasm.sh [--serve [PORT]]

  --serve   afterwards serve dist/site on this machine only (port 8000 unless another is given)

Works as root or with sudo; needs the network only the first time. An emsdk on the PATH is used instead of Debian's
emcc."

serve=
port=8000
while [ $# -gt 0 ]; do
    case $1 in
        --serve)
            serve=1
            if [[ ${2:-} =~ ^[0-9]+$ ]]; then port=$2 && shift; fi ;;
        -h | --help) echo "$usage" && exit 0 ;;
        *) fail "There is no option $1. $usage" ;;
    esac
    shift
done

started=$SECONDS

step 1 6 "Tools"
need_packages cmake=cmake ninja=ninja-build g++=g++ git=git node=nodejs python3=python3 emcc=emscripten terser=terser \
    zopfli ca-certificates xz-utils fonts-inter python3-fonttools rsvg-convert=librsvg2-bin
find_emscripten

step 2 6 "Third parties' sources"
cmake/fetch_sources.sh

step 3 6 "The command line tool"
configure native
build native throughline

step 4 6 "The content"
mapfile -t briefs < <(find content -name '*.json' ! -name '*.schema.json' | sort)
build/native/throughline check "${briefs[@]}" || fail "The content has the mistakes above: mend them, then start again."

step 5 6 "The engine and the pages, with $(emcc --version | sed -n '1s/ (.*) / /p' | cut -d' ' -f1-2)"
configure wasm
build wasm pages

# What an author needs who has this folder and nothing else: the guide with what it points to, the schema, an example.
rm -rf dist/content dist/docs
mkdir -p dist/content/examples dist/docs
cp content/README.md content/brief.schema.json content/brief.json dist/content/
cp content/examples/*.json dist/content/examples/
cp docs/*.md dist/docs/

step 6 6 "Sizes"
strip -o dist/throughline build/native/throughline
node cmake/sizes.mjs dist
step_done

cat <<EOF

Done in $((SECONDS - started)) s. To look at it: open dist/throughline.html in a browser by double-click, or run
./build-wasm.sh --serve. To publish it: copy dist/throughline.html or the folder dist/site to any host, at any path.
EOF

[ -z "$serve" ] || exec node cmake/serve.mjs dist/site "$port"
