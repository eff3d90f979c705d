# The page in headless Chromium; sourced in a folder with page.html, which has $page_findings findings, the first of them
# with $page_code, which $page_filtered of them have; without $page_pictures it is looked at in numbers alone.

: "${page_code:?}" "${page_findings:?}" "${page_filtered:?}"
. "$CWDK_SOURCE/tests/chromium.sh"

# A page that holds the report in a frame as wide as a phone, and then as wide as a desk, and says what it finds there.
measure() {
    cat <<'HTML'
<!DOCTYPE html><meta charset="utf-8"><title>measures</title>
<style>body { margin: 0 } iframe { border: 0; height: 900px }</style>
<pre id="said"></pre>
<iframe id="frame" width="400" src="page.html"></iframe>
<script>
"use strict";
const frame = document.getElementById("frame"), said = document.getElementById("said");
const tell = (text) => { said.textContent += text + "\n"; };
const visible = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility === "visible";
frame.addEventListener("load", () => {
  const page = frame.contentDocument, root = page.documentElement;
  tell("");
  tell("requests " + frame.contentWindow.performance.getEntriesByType("resource").length);
  tell("findings " + [...page.querySelectorAll("#findings .card > summary")].filter(visible).length);
  tell("styled " + (getComputedStyle(page.querySelector(".card")).borderTopLeftRadius !== "0px"));
  for (const width of [320, 400, 1280]) {
    frame.width = width;
    for (const open of [false, true]) {
      for (const details of page.querySelectorAll("details")) details.open = open;
      tell(`overflow ${width} ${open ? "open" : "closed"} ${Math.max(0, root.scrollWidth - root.clientWidth)}`);
    }
  }
  tell("pictures " + [...page.querySelectorAll(".picture svg, .lanes svg")].filter(visible).length);
  tell("hits " + [...page.querySelectorAll(".source .hit")].filter(visible).length);
  const unreachable = [...page.querySelectorAll(".source, .scroll, .lanes")].filter(
      (element) => element.scrollWidth > element.clientWidth && element.tabIndex < 0);
  tell("unreachable " + unreachable.length);
  const ids = [...page.querySelectorAll("[id]")].map((element) => element.id);
  tell("ids twice " + (ids.length - new Set(ids).size));
  tell("dead links " + [...page.querySelectorAll("a")].filter((a) => !page.getElementById(a.getAttribute("href").slice(1))).length);
  tell("styles of elements " + page.querySelectorAll("main [style], header [style]").length);
  const filter = page.getElementById("filter");
  filter.value = "CODE";
  filter.dispatchEvent(new Event("input"));
  tell("filtered " + [...page.querySelectorAll("#findings .card")].filter(visible).length);
  tell("done");
});
</script>
HTML
}

if has_chromium "the page"; then
    browse page.html --dump-dom
    check "Chromium shows the findings" grep -q "class=\"code\">$page_code<" "$scratch/out"
    check "the page's own script runs" grep -q '<html lang="en" class="script">' "$scratch/out"
    check "the browser complains of nothing" sh -c "! grep CONSOLE '$scratch/said'"
    measure | sed "s/\"CODE\"/\"$page_code\"/" >measure.html
    browse measure.html --dump-dom --allow-file-access-from-files
    for what in "requests 0" "findings $page_findings" "styled true" "overflow 320 closed 0" "overflow 320 open 0" "overflow 400 closed 0" \
        "overflow 400 open 0" "overflow 1280 closed 0" "overflow 1280 open 0" "hits $page_findings" "unreachable 0" "ids twice 0" \
        "dead links 0" "styles of elements 0" "filtered $page_filtered" done; do
        check_output "measured: $what" "^$what\$"
    done
    if [ -n "${page_pictures:-}" ]; then
        check "measured: pictures" sh -c "grep -qE '^pictures $page_pictures\$' '$scratch/out'"
        browse page.html --screenshot=phone.png --window-size=400,900
        check "a picture of it at a phone's width" is_picture phone.png 400 900
        browse page.html --screenshot=desk.png --window-size=1280,1000
        check "and at a desk's" is_picture desk.png 1280 1000
        sed "s/; script-src [^\"]*\"/\"/; s/<script>.*//; /^<script>/,/<\/script>/d" page.html >scriptless.html
        browse scriptless.html --dump-dom
        check "without the script all is there, too" grep -q "class=\"code\">$page_code<" "$scratch/out"
    fi
fi
