#!/bin/sh
# The page of `cwdk check --html`: what it holds, that nothing in it means something to a browser, and, in Chromium, that it
# can be read at a phone's width and loads nothing.
. "$CWDK_SOURCE/tests/tap.sh"
mkdir "$scratch/driver"
cd "$scratch/driver" || exit 1
cp "$CWDK_SOURCE/tests/check/fixtures/fixtures.h" "$CWDK_SOURCE/tests/check/fixtures/cwdk.yaml" .
cp "$CWDK_SOURCE/tests/check/fixtures/double_free.c" "$CWDK_SOURCE/tests/check/fixtures/leak.c" .
{ sed -n '1,2p' double_free.c
  cat <<'END'
VOID Marked(PVOID p)
{
    const char *text = "<script>alert(1)</script>&amp;";
    UNREFERENCED_PARAMETER(text);
    ExFreePoolWithTag(p, TAG);
    ExFreePoolWithTag(p, TAG); // cwdk: allow(CHK1002) a reason <b>with</b> marks
}
END
} >marked.c
twice=$(grep -c "/\* CHK1002" double_free.c)
lost=$(grep -c "/\* CHK1003" leak.c)
check_status "a page is written, and the text told" 1 "$CWDK" check --html page.html --warn CHK1003 .
check_output "with the same counts" "^fixtures: $twice findings, $lost warnings, 1 allowed in"
check "a card for each" test "$(grep -c '<details class="card"' page.html)" = $((twice + lost))
check "the path, with its lines" grep -q '>double_free.c:11<' page.html
check "what is allowed, with its reason, as text" grep -q 'a reason &#60;b&#62;with&#60;/b&#62; marks' page.html
check "nothing of a source is a tag" sh -c '! grep -q "<script>alert" page.html'
check_status "a page of nothing" 0 "$CWDK" check --html none.html --allow all .
check "says so" grep -q 'Nothing was found' none.html
check_status "a page that cannot be written" 3 "$CWDK" check --html none/page.html --allow all .

mkdir "$scratch/browser" && cp page.html "$scratch/browser" && cd "$scratch/browser" || exit 1
page_code=CHK1002 page_findings=$((twice + lost)) page_filtered=$((twice))
# shellcheck source=tests/report/browser.sh
. "$CWDK_SOURCE/tests/report/browser.sh"
tap_done
