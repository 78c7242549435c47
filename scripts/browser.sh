#!/bin/sh
# Make sure that Chromium and a font with Chinese characters are there: installed when root, named when not.
set -u
missing=""
command -v chromium >/dev/null 2>&1 || missing="chromium"
[ -e /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc ] || missing="$missing fonts-noto-cjk"
missing=${missing# }
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing $missing (once) …"
    # shellcheck disable=SC2086  # two package names, not one
    if apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null; then
        exit 0
    fi
fi
echo "The browser tests need: apt-get install $missing" >&2
# On CI a browser that is missing is a failure; at a desk the other tests still run, and the summary names what was skipped.
[ -z "${CI:-}" ]
