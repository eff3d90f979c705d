#!/bin/sh
# The site: it is made, its links lead somewhere, and nothing of it needs a server.
. "$CWDK_SOURCE/tests/tap.sh"
site=$scratch/site
make_site() { "$CWDK_BUILD/bin/site" "$CWDK_SOURCE" "$(dirname "$(dirname "$CWDK")")/share/cwdk" "$CWDK" "$@"; }

found=$scratch/found
pages="index.html docs/index.html docs/check.html docs/simulator.html docs/guide/rules.html examples/echo/index.html commands/index.html commands/test.html
    codes/index.html codes/chk.html api/index.html api/wdm.h/index.html api/wdm.h/IoCreateDevice.html api/wdm.h/DEVICE_OBJECT.html api/wdk/lock.h.html
    gallery/index.html gallery/race_remove.html gallery/irql_too_high.html gallery/check/leak.html"

export XDG_DATA_HOME="$scratch/data" NO_COLOR=1 FIXTURES=leak.c
check_status "drivers of the gallery are run" 0 sh "$CWDK_SOURCE/site/find.sh" "$found" "irql_too_high race_remove pool_leak"
check_status "the site is made" 0 make_site "$site" "$found"
check_status "every link and anchor leads somewhere, and nothing is loaded from elsewhere" 0 "$CWDK_BUILD/tests/site-links" "$site"
check "each code has its place" test "$("$CWDK" explain --list | wc -l)" = "$(cat "$site"/codes/*.html | grep -c 'class="entry" id=')"
check "each command has its page" sh -c "for name in \$('$CWDK' completion --commands); do test -f '$site/commands/'\$name.html || exit; done"
check "each document has its page" sh -c "for name in \$(cd '$CWDK_SOURCE' && ls docs/*.md docs/guide/*.md); do
    test \$(basename \$name) = README.md || test -f '$site'/\${name%.md}.html || exit; done"
check "options of a command are told" grep -q '<dt><code>--faults\[=N\]</code></dt><dd>run each test once more' "$site/commands/test.html"
check "so have names of the safe layer" grep -q 'href="../../api/wdk/own.h.html#WDK_SCOPED"' "$site/docs/guide/rules.html"
check "code in tables is there, with its links" grep -q '<td><a href="../commands/clean.html"><code[^>]*>cwdk clean \[PATH\]</code></a></td>' "$site/docs/commands.html"
check "a page of a name has links to what it mentions" grep -q 'href="DEVICE_OBJECT.html">PDEVICE_OBJECT<' "$site/api/wdm.h/IoCreateDevice.html"

check "a finding has its page, with the timeline" sh -c "grep -q 'class=\"endtext\"' '$site/gallery/irql_too_high.html'"
check "a code leads to where it was found" grep -q 'href="../gallery/pool_leak.html"' "$site/codes/vrf.html"
check "what cwdk check found has its place" test "$(grep -c '<details class="card"' "$site/gallery/check/leak.html")" = "$(grep -c '/\* CHK1003' "$CWDK_SOURCE/tests/check/fixtures/leak.c")"
check "no page says where it was made" sh -c "! grep -rlF '$CWDK_SOURCE' '$site'"
. "$CWDK_SOURCE/tests/site/browser.sh"

# Whoever looks for dead links finds them.
mkdir -p "$scratch/bad/assets"
echo 'sitePages([["index.html#none","",""]]);' >"$scratch/bad/assets/search-pages.js"
printf '%s\n' 'siteNames([["a.h","fGone\ncALSO\t#"]]);' >"$scratch/bad/assets/search-names.js"
echo '<p id="a"><i id="a" style="color: red"></i><a href="gone.html">x</a><a href="#b">y</a><img src="https://example.com/x.png"><script>1</script>' >"$scratch/bad/index.html"
check_status "a site that is wrong is told to be" 1 "$CWDK_BUILD/tests/site-links" "$scratch/bad"
for what in 'dead link: gone.html' 'dead link: index.html#b' 'dead link: index.html#none' 'dead link: api/a.h/Gone.html' 'id twice: a' \
    'dead link: api/a.h/index.html#ALSO' 'forbids: style' 'forbids: script' 'elsewhere: https://example.com/x.png'; do
    check_output "that is: $what" "$what\$"
done
mkdir "$scratch/mine" && echo precious >"$scratch/mine/file"
check_status "a folder that is not a site's is left alone" 2 make_site "$scratch/mine"
check "with what it holds" test -f "$scratch/mine/file"
tap_done
