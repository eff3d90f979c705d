# The site, $site, in headless Chromium: at the widths of a phone and a desk, dark and light, and its search.
: "${site:?}" "${pages:?the pages that are looked at}"
. "$CWDK_SOURCE/tests/chromium.sh"

# look SCHEME SEARCH: what tests/site/measure.js says, in a scheme of colours (0 is dark) and with the search or without.
look() {
    {
        echo '<!DOCTYPE html><meta charset="utf-8"><title>measures</title><style>body { margin: 0 } iframe { border: 0; height: 900px }</style>'
        echo '<pre id="said"></pre><iframe id="frame"></iframe><script>'
        # shellcheck disable=SC2086 # words
        sed "s|= PAGES|= [$(printf '"%s",' $pages)]|; s/(SEARCH)/($2)/" "$CWDK_SOURCE/tests/site/measure.js"
        echo '</script>'
    } >"$scratch/measure.html"
    browse "$scratch/measure.html" --dump-dom --allow-file-access-from-files --window-size=1400,1000 --blink-settings=preferredColorScheme="$1" \
        --virtual-time-budget=60000
    sed -n '/id="said"/,/<\/pre>/p' "$scratch/out" >"$scratch/measured"
    check "scheme $1: all was looked at" grep -q '^done' "$scratch/measured"
    check "scheme $1: the browser complains of nothing" sh -c "! grep CONSOLE '$scratch/said'"
}

# none WHAT: no page has anything of that.
none() {
    grep -A1 -E "^$1 .* [1-9][0-9]*( \\(.*)?\$" "$scratch/measured" >"$scratch/wrong"
    if [ ! -s "$scratch/wrong" ] && grep -q "^$1 " "$scratch/measured"; then ok "$2"; else not_ok "$2" "$scratch/wrong"; fi
}

# finds WORDS PAGE: the first that the search tells.
finds() {
    got=$(sed -n "s|^search '$1' ||p" "$scratch/measured" | tail -n 1)
    echo "it tells: $got" >"$scratch/wrong"
    if [ "$got" = "$2" ]; then ok "the search finds $1"; else not_ok "the search finds $1" "$scratch/wrong"; fi
}

if has_chromium "the site"; then
    look 1 true
    none overflow "nothing is wider than the page, at 320, 390 and 1280 pixels"
    none unreachable "what scrolls in itself is reached by the keyboard"
    none faint "every text can be read on its ground"
    light=$(sed -n 's/^scheme //p' "$scratch/measured")
    check "the key / leads to the search" grep -q '^slash true' "$scratch/measured"
    finds KeAcquireSpinLock api/wdm.h/KeAcquireSpinLock.html
    finds PDEVICE_OBJECT api/wdm.h/DEVICE_OBJECT.html
    finds STATUS_ACCESS_DENIED api/ntstatus.h/index.html#STATUS_ACCESS_DENIED
    finds VRF0101 codes/vrf.html#VRF0101
    finds chk1002 codes/chk.html#CHK1002
    finds WDK_SCOPED_POOL api/wdk/pool.h.html#WDK_SCOPED_POOL
    finds "cwdk fuzz" commands/fuzz.html
    finds zzqx "Nothing has 'zzqx'."
    check "the search finds a section of the documents" grep -q "^search 'shard' docs/report.html#shards" "$scratch/measured"
    check "what is found fits a phone" grep -q '^fits true' "$scratch/measured"
    check "arrows go through it" grep -q '^arrow 1' "$scratch/measured"
    check "Enter leads there" grep -q '^entered codes/vrf.html#VRF0101' "$scratch/measured"
    look 0 false
    none faint "dark, every text can be read, too"
    dark=$(sed -n 's/^scheme //p' "$scratch/measured")
    check "dark is another ground than light" test -n "$dark" -a "$dark" != "$light"
    for width in 390 1280; do
        browse "$site/index.html" --screenshot="$scratch/$width.png" --window-size="$width,900"
        check "a picture of it, $width pixels wide" is_picture "$scratch/$width.png" "$width" 900
    done
fi
