#!/usr/bin/env bash
# Installs the Debian packages named in the given lists, those that are missing: .ci/install.sh <list>...
# Quick when nothing is missing. Says which line to type when it may not or cannot install.
set -euo pipefail

wanted() {
    sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$@" | sort -u
}

# shellcheck disable=SC2016  # ${...} is for dpkg-query to fill in
missing() {
    comm -23 <(wanted "$@") <(wanted "$@" \
        | xargs dpkg-query -W -f '${db:Status-Status} ${Package}\n' 2>/dev/null \
        | sed -n 's/^installed //p' | sort -u)
}

give_up() {
    local line="apt-get update && apt-get install -y --no-install-recommends ${packages[*]}"
    {
        echo "$1"
        echo "Foothold needs ${#packages[@]} missing package(s): ${packages[*]}"
        echo "Type this line, then start again:"
        echo
        if command -v sudo >/dev/null; then
            echo "    sudo sh -c '$line'"
        elif [[ $EUID -eq 0 ]]; then
            echo "    $line"
        else
            echo "    su -c '$line'"
        fi
        echo
    } >&2
    exit 1
}

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    mapfile -t packages < <(wanted "$@")
    echo "This is not Debian: make sure that the likes of these are installed: ${packages[*]}" >&2
    exit 0
fi

mapfile -t packages < <(missing "$@")
if [[ ${#packages[@]} -eq 0 ]]; then
    exit 0
fi

as_root=()
if [[ $EUID -ne 0 ]]; then
    if ! command -v sudo >/dev/null; then
        give_up "Only the administrator may install packages here."
    elif ! sudo -n true 2>/dev/null && ! { [[ -t 0 ]] && sudo -v; }; then
        give_up "sudo does not let you install packages here."
    fi
    as_root=(sudo)
fi

echo "== Installing ${#packages[@]} package(s): ${packages[*]}"
apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=120)
if ! "${apt[@]}" update; then
    echo "The lists of packages could not be brought up to date; trying with those at hand." >&2
fi
if ! "${apt[@]}" install -y --no-install-recommends "${packages[@]}" </dev/null; then
    mapfile -t packages < <(missing "$@")
    give_up "Some packages could not be installed. Is there a network?"
fi
