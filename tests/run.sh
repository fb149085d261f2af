#!/usr/bin/env bash
# Proves everything, on both targets and in a browser: every stage runs, also after a red one, and the end names each
# red test with the command that runs it alone. From a fresh Debian 12 on: it installs what the tests need beyond the
# build.
set -uo pipefail
cd "$(dirname "$0")/.."
. cmake/common.sh

# name|what it proves
stages=(
    "build|the pages build, and no content has a mistake"
    "native|g++: tool, window and tests compile without a warning, lines break where they should, and the tests pass"
    "sanitize|the same tests with clang++ and the address and undefined behaviour sanitizers"
    "gl|shaders and painting on a real OpenGL ES 3 context, with the sanitizers"
    "wasm|the same tests in WebAssembly, with the same goldens"
    "sizes|the sizes are within the project's figures"
    "content|what authors write: checked, and read as its readers do"
    "browser|both pages in Chromium"
    "engines|the same pages in Firefox and WebKitGTK"
    "soak|a week of a kiosk"
    "smoke|both pages open, and each face of them: a part of \"browser\""
)
# The browsers wait more than they work; the others compile, and test without one.
with_browser=(browser engines soak)
without_browser=(native sanitize gl wasm sizes content)
all=(build "${without_browser[@]}" "${with_browser[@]}")
quick=(native build content smoke)
with_names=(native gl content browser engines soak) # where a name is looked for: each test once

usage="Usage: tests/run.sh [--quick] [--only STAGE[,STAGE...]] [NAME]

  --quick   the native tests, the pages, the content and a smoke test in the browser
  --only    these stages and nothing before them
  NAME      the tests with these words in their name; or a file of browser tests by its name, as \"keyboard\"

Stages: ${all[*]} smoke
The last line is \"N passed, N failed\": tests, and one for a stage without any or that broke off. What was printed
stays in build/tests/."

chosen=("${all[@]}")
name=
is_chosen=
while [ $# -gt 0 ]; do
    case $1 in
        --quick) chosen=("${quick[@]}") is_chosen=1 ;;
        --only)
            IFS=, read -ra chosen <<<"${2:-}"
            [ ${#chosen[@]} -gt 0 ] || fail "--only needs a stage. $usage"
            for stage in "${chosen[@]}"; do
                printf '%s\n' "${stages[@]}" | grep -q "^$stage|" || fail "There is no stage $stage. $usage"
            done
            is_chosen=1
            shift ;;
        -h | --help) echo "$usage" && exit 0 ;;
        -*) fail "There is no option $1. $usage" ;;
        *) name=$1 ;;
    esac
    shift
done
[ -z "$name" ] || [ -n "$is_chosen" ] || chosen=("${with_names[@]}")

# ---- What each stage does. A stage ends with 0 if it is green; its tests are counted from what they print.

build_stage() { ./build-wasm.sh; }

# The command line of a doctest program; commas part its patterns.
native_words() { [ -z "$name" ] || printf -- '--test-case=*%s*' "${name//,/?}"; }
run_native() { "$@" --no-version ${name:+"$(native_words)"}; }

native_stage() {
    local result=0
    need_packages g++=g++ pkg-config=pkg-config libsdl2-dev libgles-dev clang-format-14=clang-format-14 || return 1
    # Without a network the rest is still tested.
    [ -n "$name" ] || { (install_packages tests/browser) && tests/lines.sh; } || result=1
    configure native -DTHROUGHLINE_WINDOW=ON && build native $native_targets &&
        run_native build/native/throughline_tests && return $result
}
# In a hurry without the window. The tests of painting are the sanitizers'.
native_targets="throughline throughline_window throughline_tests"
if [ "${chosen[*]}" = "${quick[*]}" ] || [ -n "$name" ]; then native_targets=throughline_tests; fi

# build_sanitized TARGET
build_sanitized() {
    need_packages clang++=clang libclang-rt-dev pkg-config=pkg-config libsdl2-dev \
        libgles-dev libegl1 libgles2 libgl1-mesa-dri &&
        configure clang-asan && build clang-asan "$1"
}
sanitize_stage() { build_sanitized throughline_tests && run_native build/clang-asan/throughline_tests; }

# SDL's offscreen driver needs no display: Mesa's software renderer gives the context. The leaks that Mesa keeps are not
# ours, so these run without the leak checker.
gl_stage() {
    build_sanitized throughline_gl_tests &&
        SDL_VIDEODRIVER=offscreen ASAN_OPTIONS=detect_leaks=0 run_native build/clang-asan/throughline_gl_tests
}

wasm_stage() {
    find_emscripten && configure wasm && build wasm throughline_tests &&
        run_native node build/wasm/throughline_tests.js --no-colors=true
}

sizes_stage() { node cmake/sizes.mjs dist --strict; }

# OPTIMIZATION: packages that match the lock file are not fetched again; saves 10 s and the network.
install_packages() {
    local turn
    [ -f "$1/package-lock.json" ] || return 0
    # One at a time, because a browser's stage and the native one may both want the same.
    exec {turn}>build/tests/packages.lock
    flock "$turn"
    if [ ! "$1/node_modules/.package-lock.json" -nt "$1/package-lock.json" ]; then
        need_packages npm=npm || return 1
        npm --prefix "$1" ci --no-audit --no-fund --silent ||
            fail "npm could not fetch the packages of $1: check the network, then start again."
    fi
    exec {turn}>&-
}

# run_node FILE...: three files at a time, each with a browser of its own, because two leave a fifth of two cores idle.
run_node() {
    local pattern=()
    if [ -n "$name" ]; then pattern=("--test-name-pattern=/$(sed 's/[][\.*^$+?(){}|/]/\\&/g' <<<"$name")/i"); fi
    node --test --test-concurrency=3 "${pattern[@]}" --test-reporter=spec --test-reporter-destination=stdout \
        --test-reporter=./tests/results.mjs --test-reporter-destination="$results" "$@"
}

content_stage() {
    mapfile -t briefs < <(find content -name '*.json' ! -name '*.schema.json' | sort)
    dist/throughline check "${briefs[@]}" || return 1
    local files=(tests/content/*.test.mjs)
    [ -e "${files[0]}" ] || return 0
    install_packages tests/content && run_node "${files[@]}"
}

# run_browser FILE...
run_browser() {
    need_packages chromium=chromium chromium-headless-shell=chromium-headless-shell pdftotext=poppler-utils &&
        install_packages tests/browser && run_node "$@"
}
browser_stage() {
    local files=(tests/browser/*.test.mjs)
    if [ -f "tests/browser/$name.test.mjs" ]; then
        files=("tests/browser/$name.test.mjs")
        name=
    fi
    run_browser "${files[@]}"
}
smoke_stage() { run_browser tests/browser/smoke.test.mjs; }

# Each of the two has a screen of its own that nobody sees.
engines_stage() {
    need_packages firefox-esr=firefox-esr WebKitWebDriver=webkit2gtk-driver Xvfb=xvfb &&
        install_packages tests/browser && run_node tests/browser/engines/*.test.mjs
}

# One core has six thousand visitors without a browser, the other a dozen in one. Natively, because that is three times
# as fast, and the WebAssembly is what the browser's have.
soak_stage() {
    local without= result=0
    if [ -z "$name" ]; then
        configure native && build native throughline_soak || return 1
        build/native/throughline_soak &
        without=$!
    fi
    run_browser tests/soak/*.soak.mjs || result=1
    [ -z "$without" ] || wait "$without" || result=1
    return $result
}

# ---- What came of it.

# As one word of a command line, as a reader would type it.
quoted() { printf "'%s'" "${1//\'/\'\\\'\'}"; }

# count_stage STAGE CODE: reads the stage's log and results, adds to passed and failed, and to red a line for each red
# test.
count_stage() {
    local stage=$1 code=$2 passed_before=$passed failed_before=$failed test
    # "[doctest] test cases:  3 |  2 passed | 1 failed | 0 skipped"
    local good bad
    while read -r good bad; do
        passed=$((passed + good)) failed=$((failed + bad))
    done < <(sed -n 's/^\[doctest\] test cases:.*| *\([0-9]*\) passed | *\([0-9]*\) failed.*/\1 \2/p' "$log")
    while IFS= read -r test; do
        red+="  $test"$'\n'"      tests/run.sh --only $stage $(quoted "$test")"$'\n'
    done < <(awk '/^TEST CASE:/ { sub(/^TEST CASE: */, ""); test = $0 }
        / (FATAL )?ERROR: / && test != "" && !told[test]++ { print test }' "$log")
    local outcome file
    while IFS=$'\t' read -r outcome file test; do
        if [ "$outcome" = passed ]; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            red+="  $test (in $file)"$'\n'"      tests/run.sh --only $stage $(quoted "$test")"$'\n'
        fi
    done < <(cat "$results" 2>/dev/null)
    if [ "$code" -eq 0 ]; then
        [ "$passed" != "$passed_before" ] || [ -n "$name" ] || passed=$((passed + 1))
    elif [ "$failed" = "$failed_before" ]; then
        # It did not build, a program broke off, or something that is no test disagreed.
        failed=$((failed + 1))
        red+="  the stage \"$stage\" broke off; what it said is in $log"$'\n'"      tests/run.sh --only $stage"$'\n'
    fi
}

# run_stage STAGE: all that it prints goes into its log, and into its outcome the exit code and the seconds.
run_stage() {
    local stage=$1 log=build/tests/$1.log results=build/tests/$1.results started=$SECONDS code
    if [ ${#chosen[@]} = 1 ]; then
        printf '\n== %s: %s\n' "$stage" "$(what_of "$stage")"
        ("${stage}_stage") 2>&1 | tee "$log"
        code=${PIPESTATUS[0]}
    else
        printf '%s\n' "-- $stage has begun, and writes $log"
        ("${stage}_stage") >"$log" 2>&1
        code=$?
        # In one piece, because stages run side by side.
        { printf '\n== %s: %s\n' "$stage" "$(what_of "$stage")" && cat "$log" && printf '\n'; } |
            flock build/tests/print.lock cat
    fi
    printf '%s %s\n' "$code" "$((SECONDS - started))" >"build/tests/$stage.outcome"
}
what_of() { printf '%s\n' "${stages[@]}" | sed -n "s/^$1|//p"; }

# run_those STAGE...: one after the other, as far as they are chosen and nobody else has begun them.
run_those() {
    local stage
    for stage in "$@"; do
        case " ${chosen[*]} " in
            *" $stage "*) mkdir "build/tests/$stage.begun" 2>/dev/null && run_stage "$stage" ;;
        esac
    done
}

mkdir -p build/tests
# An earlier run must not speak for a stage that does not come about.
for stage in "${chosen[@]}"; do
    rm -rf "build/tests/$stage".*
    : >"build/tests/$stage.log"
done
trap 'trap - INT TERM; kill 0' INT TERM
# The pages come first, because most stages look at them. Then the browsers; and the stages without one, in the time
# that they leave. Whoever is done helps the other, from the other's far end on.
run_those build
mapfile -t from_the_end < <(printf '%s\n' "${without_browser[@]}" | tac)
run_those smoke "${with_browser[@]}" "${from_the_end[@]}" &
(renice -n 5 -p "$BASHPID" >/dev/null; run_those "${without_browser[@]}") &
wait

passed=0
failed=0
red=
report=
for stage in "${chosen[@]}"; do
    log=build/tests/$stage.log
    results=build/tests/$stage.results
    # A stage that was cut short has left none.
    code=1 seconds=0
    [ ! -f "build/tests/$stage.outcome" ] || read -r code seconds <"build/tests/$stage.outcome"
    [ "$code" = 0 ] && outcome=passed || outcome=FAILED
    report+=$(printf '%s  %4s s  %-9s %s' "$outcome" "$seconds" "$stage" "$(what_of "$stage")")$'\n'
    count_stage "$stage" "$code"
done

if [ -n "$name" ] && [ $((passed + failed)) = 0 ]; then
    failed=1
    red="  no test has \"$name\" in its name"$'\n'
fi
printf '\n%s' "$report"
printf 'in all  %4s s\n' "$SECONDS"
[ -z "$red" ] || printf '\nRed, and what runs it alone:\n%s' "$red"
printf '\n%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
