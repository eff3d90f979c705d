#!/bin/sh
# A session with the language server, as an editor holds it; and what it makes of bytes that no editor sends.
# shellcheck disable=SC2016,SC2059 # JSON is meant as it stands, bytes are a format
. "$CWDK_SOURCE/tests/tap.sh"
mkdir "$scratch/the driver"
cd "$scratch/the driver" || exit 1
cp "$CWDK_SOURCE/tests/check/fixtures/fixtures.h" "$CWDK_SOURCE/tests/check/fixtures/cwdk.yaml" .
cat >old.c <<'END'
#include "fixtures.h"
void Twice(PVOID p)
{
    ExFreePoolWithTag(p, TAG);
    /* ö𝄞 */ ExFreePoolWithTag(p, TAG);
}
END
uri="file://$scratch/the%20driver"
frame() { printf 'Content-Length: %d\r\n\r\n%s' "$(printf %s "$1" | wc -c)" "$1"; }
request() { frame "{\"jsonrpc\":\"2.0\",\"id\":$1,\"method\":\"$2\",\"params\":$3}"; }
notify() { frame "{\"jsonrpc\":\"2.0\",\"method\":\"$1\",\"params\":$2}"; }
wait_for() { # wait_for NUMBER PATTERN: until so many of it have come, 20 s at most
    for _ in $(seq 200); do
        [ "$(grep -o -e "$2" "$scratch/out" | wc -l)" -ge "$1" ] && return 0
        sleep 0.1
    done
    return 1
}
says() { check "$1" grep -q -e "$2" "$scratch/out"; }

mkfifo "$scratch/in"
"$CWDK" lsp <"$scratch/in" >"$scratch/out" 2>"$scratch/err" &
server=$!
exec 3>"$scratch/in"
request 0 textDocument/codeAction '{}' >&3
request 1 initialize "{\"processId\":null,\"rootUri\":\"$uri\",\"capabilities\":{}}" >&3
notify initialized '{}' >&3
check "findings come after the start" wait_for 1 publishDiagnostics
says "nothing before initialize" '"id":0,"error":{"code":-32002'
says "it tells what it can" '"codeActionProvider"'
says "the finding is of its file" "\"uri\":\"$uri/old.c\""
says "with its code" '"code":"CHK1002"'
says "its range counts as editors count" '"range":{"start":{"line":4,"character":14},"end":{"line":4,"character":39}}'
says "the path comes with it" '"message":"1. the memory is freed by ExFreePoolWithTag"'
check "compile_commands.json was written for clangd" grep -q '"old.c"' compile_commands.json

diagnostic='{"range":{"start":{"line":4,"character":14},"end":{"line":4,"character":39}},"source":"cwdk","code":"CHK1002","message":"m"}'
request 2 textDocument/codeAction "{\"textDocument\":{\"uri\":\"$uri/old.c\"},\"range\":{\"start\":{\"line\":4,\"character\":0},\"end\":{\"line\":4,\"character\":0}},\"context\":{\"diagnostics\":[$diagnostic,{\"source\":\"clangd\",\"code\":\"CHK1002\"},{\"source\":\"cwdk\",\"code\":\"CHK0003\"}]}}" >&3
check "there is a quick fix" wait_for 1 '"id":2,"result":\[{"title":"Allow CHK1002 here'
says "a comment above the line, as far to the right" '"newText":"    // cwdk: allow(CHK1002) \\n"'
check "for the checker's own rules alone" test "$(grep -o '"title"' "$scratch/out" | wc -l)" = 1

sed -i '4a\    // cwdk: allow(CHK1002) the test says so' old.c
printf '#include "fixtures.h"\nvoid More(PVOID p) { ExFreePoolWithTag(p, TAG); }\n' >more.c
notify textDocument/didSave "{\"textDocument\":{\"uri\":\"$uri/old.c\"}}" >&3
check "after a save what was found is taken back" wait_for 1 '"diagnostics":\[\]'
printf 'ULONG Broken(' >old.c
notify textDocument/didSave "{\"textDocument\":{\"uri\":\"$uri/old.c\"}}" >&3
check "what does not compile is told in the log" wait_for 1 'logMessage'
check "compile_commands.json has the new source" grep -q '"more.c"' compile_commands.json

frame 'no JSON' >&3
frame '[1, 2]' >&3
frame '{"jsonrpc":"2.0","id":{},"method":"x"}' >&3
request 3 no/such '{}' >&3
notify no/such '{}' >&3
request 4 textDocument/codeAction '[]' >&3
request 5 textDocument/codeAction '{"textDocument":{"uri":"http://x/%zz"},"context":{"diagnostics":[{"source":"cwdk","code":"CHK1002"}]}}' >&3
check "what makes no sense is answered" wait_for 1 '"id":5,"result":\[\]'
says "no JSON" '"id":null,"error":{"code":-32700'
check "no request, twice" test "$(grep -o '"code":-32600' "$scratch/out" | wc -l)" = 2
says "no such method" '"id":3,"error":{"code":-32601,"message":"no/such"}'
says "no findings, no actions" '"id":4,"result":\[\]'
request 6 shutdown null >&3
request 7 initialize '{}' >&3
notify exit null >&3
exec 3>&-
status=0
wait "$server" || status=$?
check "shutdown, exit: status 0" test "$status" = 0
says "nothing after shutdown" '"id":7,"error":{"code":-32600'


# What is typed and not saved: the file stays as it is, and what is typed last counts.
cat >old.c <<'END'
#include "fixtures.h"
void Twice(PVOID p)
{
    ExFreePoolWithTag(p, TAG);
}
END
rm -f more.c
escaped() { sed 's/\\/\\\\/g; s/"/\\"/g' "$1" | awk '{ printf "%s\\n", $0 }'; }
typed() { notify textDocument/didChange "{\"textDocument\":{\"uri\":\"$uri/old.c\",\"version\":$1},\"contentChanges\":[{\"text\":\"$(escaped "$2")\"}]}"; }
sed '4a\    /* ö𝄞 */ ExFreePoolWithTag(p, TAG);' old.c >defect
sed 's/ExFree/Ex Free/' old.c >broken
cp old.c saved
"$CWDK" lsp <"$scratch/in" >"$scratch/out" 2>"$scratch/err" &
server=$!
exec 3>"$scratch/in"
request 1 initialize "{\"processId\":null,\"rootUri\":\"$uri\",\"capabilities\":{}}" >&3
notify initialized '{}' >&3
check "it wants to be told what is typed, whole" wait_for 1 '"change":1'
notify textDocument/didOpen "{\"textDocument\":{\"uri\":\"$uri/old.c\",\"languageId\":\"c\",\"version\":1,\"text\":\"\"}}" >&3
typed 2 broken >&3
typed 3 defect >&3
check "a finding in what is typed" wait_for 1 '"code":"CHK1002"'
says "its place is counted in what is typed" '"start":{"line":4,"character":14},"end":{"line":4,"character":39}'
check "the file is as it was" cmp old.c saved
typed 4 broken >&3
check "what does not compile is told in the log" wait_for 1 'logMessage'
check "and the finding stays" test "$(grep -c '"diagnostics":\[\]' "$scratch/out")" = 0
typed 5 saved >&3
check "typed away: it is taken back" wait_for 1 '"diagnostics":\[\]'
sed '$a\#define ExFreePoolWithTag(p, t) (ExFreePoolWithTag)((p), (t)), (ExFreePoolWithTag)((p), (t))' fixtures.h >header
printf '#include "fixtures.h"\nvoid Caller(PVOID p) { PVOID q = p; ExFreePoolWithTag(q, TAG); }\n' >old.c
cp old.c saved
notify textDocument/didSave "{\"textDocument\":{\"uri\":\"$uri/old.c\"}}" >&3
notify textDocument/didChange "{\"textDocument\":{\"uri\":\"$uri/fixtures.h\",\"version\":2},\"contentChanges\":[{\"text\":\"$(escaped header)\"}]}" >&3
check "a header that is typed counts for the sources that include it" wait_for 2 '"code":"CHK1002"'
notify textDocument/didClose "{\"textDocument\":{\"uri\":\"$uri/fixtures.h\"}}" >&3
check "closed without saving: its file counts again" wait_for 2 '"diagnostics":\[\]'
request 6 shutdown null >&3
notify exit null >&3
exec 3>&-
status=0
wait "$server" || status=$?
check "shutdown, exit: status 0" test "$status" = 0
check "nothing is left of the checks that were cancelled" test -z "$(find . -name '*.new')"

hostile() { # hostile DESCRIPTION STATUS BYTES
    status=0
    printf "$3" | "$CWDK" lsp >"$scratch/out" 2>"$scratch/err" || status=$?
    check "$1" test "$status" = "$2"
}
hostile "gone without a word: status 1" 1 ''
hostile "an absurd length: status 2" 2 'Content-Length: 99999999999999999999\r\n\r\n{}'
check "and it tells why" grep -q 'Content-Length' "$scratch/err"
hostile "more than there may be" 2 'Content-Length: 16777217\r\n\r\n'
hostile "a negative length" 2 'Content-Length: -1\r\n\r\n{}'
hostile "two lengths" 2 'Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}'
hostile "no length" 2 'Content-Type: x\r\n\r\n{}'
hostile "headers that are cut off" 2 'Content-Length: 5'
hostile "a message that is cut off" 2 'Content-Length: 50\r\n\r\n{"jsonrpc'
hostile "nothing but exit: status 1" 1 'Content-Length: 33\r\n\r\n{"jsonrpc":"2.0","method":"exit"}'
head -c 5000 /dev/zero | tr '\0' 'a' | "$CWDK" lsp >"$scratch/out" 2>"$scratch/err"
check "headers without end" test "$?" = 2
tap_done
