#!/usr/bin/env bash
# Two builds of the program give the same result files, byte for byte: .ci/same-bytes.sh <program> <program>
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$1" run scenarios/demonstration-town.yaml -o "$work/first" --replicates 1
"$2" run scenarios/demonstration-town.yaml -o "$work/second" --replicates 1

mapfile -t results < <(cd "$work/first" && find . -name '*.h5' | sort)
if [[ ${#results[@]} -eq 0 ]]; then
    echo "no result file was written"
    exit 1
fi
for result in "${results[@]}"; do
    cmp "$work/first/$result" "$work/second/$result"
done
echo "${#results[@]} result file(s) are the same, byte for byte"
