#!/usr/bin/env bash
# Proves everything, on both targets and in a browser, and stops at the first stage that fails. From a fresh Debian 12 on:
# it installs what the tests need beyond the build.
set -uo pipefail
cd "$(dirname "$0")/.."
. cmake/common.sh

stages=(
    "the pages build, and their content is right|build_pages"
    "g++: everything compiles without a warning, and the tests pass|native_tests"
    "shaders and painting on a real OpenGL ES 3 context|gl_tests"
    "clang++ with the address and undefined behaviour sanitizers|sanitized_tests"
    "the same tests in WebAssembly, with the same goldens|wasm_tests"
    "the sizes are within the project's figures|sizes"
    "both pages in Chromium|browser_tests"
    "a week of a kiosk|soak"
)

build_pages() { ./build-wasm.sh; }

native_tests() {
    need_packages g++=g++ pkg-config=pkg-config libsdl2-dev libgles-dev &&
        configure native -DTHROUGHLINE_WINDOW=ON && build native all && build/native/throughline_tests
}

# SDL's offscreen driver needs no display: Mesa's software renderer gives the context.
gl_tests() { need_packages libegl1 libgles2 libgl1-mesa-dri && SDL_VIDEODRIVER=offscreen build/native/throughline_gl_tests; }

# The leaks that Mesa keeps are not ours, so the GL tests run without the leak checker.
sanitized_tests() {
    need_packages clang++=clang libclang-rt-dev &&
        configure clang-asan && build clang-asan all && build/clang-asan/throughline_tests &&
        SDL_VIDEODRIVER=offscreen ASAN_OPTIONS=detect_leaks=0 build/clang-asan/throughline_gl_tests
}

wasm_tests() { find_emscripten && build wasm throughline_tests && node build/wasm/throughline_tests.js --no-colors=true; }

sizes() { node cmake/sizes.mjs dist --strict; }

# OPTIMIZATION: packages that match the lock file are not fetched again; saves 10 s and the network.
browser_tests() {
    need_packages chromium=chromium npm=npm pdftotext=poppler-utils || return 1
    local installed=tests/browser/node_modules/.package-lock.json
    if [ ! "$installed" -nt tests/browser/package-lock.json ]; then
        npm --prefix tests/browser ci --no-audit --no-fund ||
            fail "npm could not fetch the browser tests' packages: check the network, then start again."
    fi
    node --test tests/browser/*.test.mjs
}

# One core has ten thousand visitors in node, the other a hundred in the browser.
soak() {
    find_emscripten && build wasm throughline_soak || return 1
    node build/wasm/throughline_soak.js &
    local in_node=$!
    node --test tests/soak/*.soak.mjs && wait "$in_node"
}

passed=0
for stage in "${stages[@]}"; do
    printf '\n== %s\n' "${stage%|*}"
    started=$SECONDS
    if (set -e; "${stage#*|}"); then
        passed=$((passed + 1))
        report+="passed  $((SECONDS - started)) s  ${stage%|*}"$'\n'
    else
        report+="FAILED  $((SECONDS - started)) s  ${stage%|*}"$'\n'
        failed=1
        break
    fi
done
printf '\n%s' "$report"
[ -z "${failed:-}" ] || printf 'Stopped at the first failure; %s of %s stages ran.\n' "$((passed + 1))" "${#stages[@]}"
printf '%s passed, %s failed\n' "$passed" "${failed:-0}"
exit "${failed:-0}"
