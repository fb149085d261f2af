# Shared by build-wasm.sh and tests/run.sh: steps, the packages they need, the compiler of the page.

fail() {
    printf '\n%s\n' "$*" >&2
    exit 1
}

# step N OF TEXT: a line before the work, and the seconds of the one before it.
step_started=
step() {
    step_done
    step_started=$SECONDS
    printf '[%s/%s] %s\n' "$1" "$2" "$3"
}
step_done() {
    [ -z "$step_started" ] || printf '      %s s\n' "$((SECONDS - step_started))"
    step_started=
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# need_packages ENTRY...: installs what is missing. An entry is a package, or command=package where any provider of that
# command will do: an emsdk on the PATH counts as emcc, another distribution's node as node.
need_packages() {
    local entry command missing=()
    for entry in "$@"; do
        command=${entry%%=*}
        if [ "$command" != "$entry" ] && command -v "$command" >/dev/null; then continue; fi
        if dpkg-query -W -f '${db:Status-Abbrev}' "${entry#*=}" 2>/dev/null | grep -q '^ii'; then continue; fi
        missing+=("${entry#*=}")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    command -v apt-get >/dev/null ||
        fail "This machine has no apt-get: install the equivalents of ${missing[*]} yourself, then start again."
    if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
        fail "These packages are missing: ${missing[*]}. Install them as root, or install sudo, then start again."
    fi
    local log=build/apt.log turn
    mkdir -p build
    # One at a time, because stages of the tests run side by side.
    exec {turn}>build/apt.lock
    flock "$turn"
    echo "      installing ${missing[*]}"
    retry as_root apt-get -q update >"$log" 2>&1 ||
        fail "The package lists could not be fetched: check the network and the machine's apt sources, then start" \
            "again (details: $log)."
    local install=(apt-get -qy install --no-install-recommends)
    retry as_root env DEBIAN_FRONTEND=noninteractive "${install[@]}" "${missing[@]}" >>"$log" 2>&1 ||
        fail "apt-get could not install ${missing[*]}: run it by hand to see why, then start again (details: $log)."
    exec {turn}>&-
}

retry() {
    local pause
    for pause in 2 5 0; do
        if "$@"; then return 0; fi
        sleep "$pause"
    done
    return 1
}

# configure PRESET [OPTION...]: quiet unless something is worth reading.
configure() {
    local log=build/configure-$1.log
    mkdir -p "build/$1"
    if ! flock "build/$1" cmake --preset "$@" >"$log" 2>&1; then
        cat "$log" >&2
        fail "CMake could not prepare build/$1: the reason stands above."
    fi
    awk '/^CMake Warning/ { warns = 1 } warns && /^-- / { warns = 0 } warns' "$log"
}

# build PRESET TARGET...: with the progress of ninja; one at a time in each folder.
build() {
    flock "build/$1" cmake --build "build/$1" --target "${@:2}" ||
        fail "Building ${*:2} in build/$1 failed: the reason stands above."
}

# Finds the toolchain file's folder of whichever emcc is on the PATH.
find_emscripten() {
    command -v emcc >/dev/null ||
        fail "emcc is not on the PATH: install Debian's emscripten, or activate an emsdk, then start again."
    THROUGHLINE_EMSCRIPTEN=$(em-config EMSCRIPTEN_ROOT 2>/dev/null || dirname "$(readlink -f "$(command -v emcc)")")
    [ -f "$THROUGHLINE_EMSCRIPTEN/cmake/Modules/Platform/Emscripten.cmake" ] ||
        fail "The emcc on the PATH has no CMake toolchain beside it: use Debian's emscripten package or an emsdk."
    export THROUGHLINE_EMSCRIPTEN
    # Debian's emcc asks node for the acorn of Debian's node packages, which another node does not find by itself.
    if [ -d /usr/share/nodejs/acorn ]; then export NODE_PATH=/usr/share/nodejs${NODE_PATH:+:$NODE_PATH}; fi
}
