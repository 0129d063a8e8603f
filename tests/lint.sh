#!/usr/bin/env bash
# Format, style and syntax of everything written here: tests/lint.sh [file...]
# Without files, all of them. What passed once is remembered by the hash of what was read, so a second run is quick.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export PATH="/usr/bin:/bin:$PATH"

readonly memory=${XDG_CACHE_HOME:-$HOME/.cache}/foothold-lint
mkdir -p "$memory" build
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

# The files of the checkout that match the patterns, tracked or about to be; or those named by the caller.
chosen=("$@")
files() {
    git ls-files --cached --others --exclude-standard -- "$@" | sort -u | while read -r file; do
        if [[ -f $file && (${#chosen[@]} -eq 0 || " ${chosen[*]} " == *" $file "*) ]]; then
            echo "$file"
        fi
    done
}

check() { # name, command...: reads file names from standard input; they pass together or not at all
    local name=$1
    shift
    mapfile -t given
    if [[ ${#given[@]} -gt 0 ]] && ! "$@" "${given[@]}" >"$work/log" 2>&1; then
        echo "lint: $name:"
        cat "$work/log"
        failures=$((failures + 1))
    fi
}

# --- C++: layout ---
files '*.hpp' '*.cpp' >"$work/cpp"
formatted() { # file...; says the first place in each
    local places
    places=$(clang-format --dry-run -Werror "$@" 2>&1 | grep -E '^[^ ].*: error:' | sort -u -t: -k1,1 || true)
    echo "$places"
    [[ -z $places ]]
}
check clang-format formatted <"$work/cpp"

# --- C++: clang-tidy, one file at a time on every core ---
# Tests are spared: two compilers have warned about them already. A file is known by its own text and that of all it includes of ours.
identities() { # prints "<identity> <file>" for every file to be tidied
    git ls-files --cached --others --exclude-standard -- '*.hpp' '*.cpp' | while read -r file; do
        if [[ -f $file ]]; then
            echo "$file"
        fi
    done >"$work/all"
    xargs sha256sum <"$work/all" >"$work/sums"
    xargs grep -HEo '^#include "[^"]+"' /dev/null <"$work/all" >"$work/includes" || true
    awk -v tool="$(clang-tidy --version | sha256sum | cut -c1-16)$(sha256sum <.clang-tidy | cut -c1-16)" '
        function collect(file,    i, n, names) {
            if (file in seen || !(file in sum)) { return }
            seen[file] = 1
            text = text " " sum[file]
            n = split(uses[file], names, " ")
            for (i = 1; i <= n; ++i) { collect(names[i]) }
        }
        FILENAME ~ /sums$/ { sum[$2] = $1; next }
        FILENAME ~ /includes$/ {
            split($0, part, /:#include "|"$/)
            name = part[2]
            sub(/^foothold\//, "include/foothold/", name)
            uses[part[1]] = uses[part[1]] " " name
            next
        }
        { split("", seen); text = tool; collect($1); print text "\t" $1 }
    ' "$work/sums" "$work/includes" "$1" | while IFS=$'\t' read -r text file; do
        echo "$(echo "$text" | sha256sum | cut -c1-32) $file"
    done
}

cmake --preset lint >build/lint.log 2>&1 || { cat build/lint.log; exit 1; }
grep -o '"file": "[^"]*"' build/lint/compile_commands.json | sed -e 's/.*: "//' -e 's/"$//' -e "s|^$PWD/||" | sort \
    | grep '^sim/' | comm -12 - "$work/cpp" >"$work/compiled"
identities "$work/compiled" | while read -r identity file; do
    if [[ ! -e $memory/$identity ]]; then
        echo "$identity $file"
    fi
done >"$work/tidy"

tidy() { # identity, file
    if clang-tidy -p build/lint --quiet "$2" >"$work/$1.log" 2>/dev/null; then
        touch "$memory/$1"
    else
        cat "$work/$1.log"
        return 1
    fi
}
export -f tidy
export work memory
echo "lint: clang-tidy on $(wc -l <"$work/tidy") of $(wc -l <"$work/compiled") files"
if ! xargs -r -P "$(nproc)" -L 1 bash -c 'tidy "$@"' tidy <"$work/tidy"; then
    failures=$((failures + 1))
fi

# --- Shell, YAML ---
{
    files '*.sh'
    files run test .ci/run
} | check shellcheck shellcheck
files '*.yaml' '*.yml' .clang-format .clang-tidy | { grep -v '^tests/fuzz/corpus/' || true; } | check yaml /usr/bin/python3 -c '
import sys, yaml
for path in sys.argv[1:]:
    try:
        with open(path, encoding="utf-8") as file:
            list(yaml.compose_all(file))
    except yaml.YAMLError as error:
        sys.exit(f"{path}: {error}")'

# --- Every text: no space at the end of a line, a newline at the end of the file ---
files '*.hpp' '*.cpp' '*.cmake' '*.txt' '*.md' '*.sh' '*.yaml' '*.yml' '*.json' '*.py' '*.R' run test .ci/run \
    | { grep -v '^tests/fuzz/corpus/' || true; } >"$work/texts"
if xargs -r grep -nE '[[:blank:]]+$' /dev/null <"$work/texts"; then
    echo "lint: space at the end of these lines"
    failures=$((failures + 1))
fi

if [[ $failures -gt 0 ]]; then
    echo "lint: $failures kind(s) of fault"
    exit 1
fi
echo "lint: clean"
