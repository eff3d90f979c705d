#!/bin/sh
# cwdk build: headers and resources that are made before anything is compiled.
. "$CWDK_SOURCE/tests/tap.sh"
. "$CWDK_SOURCE/tests/build/checks.sh"
cp -r "$fixtures/generated" "$scratch/generated" && cd "$scratch/generated" || exit 1

# resources FILE: "TYPE NAME LANGUAGE" of each resource of an image, as llvm-readobj tells them.
resources() {
    llvm-readobj-19 --coff-resources "$1" | awk '
        $1 == "Type:" { sub(/.*Type: /, ""); type = $0 }
        $1 == "Name:" { sub(/.*Name: /, ""); name = $0 }
        $1 == "Language:" { sub(/.*Language: /, ""); print type "|" name "|" $0 }'
}
has_text() { iconv -f UTF-16LE -t UTF-8 -c "$1" | grep -aq "$2" || tail -c +2 "$1" | iconv -f UTF-16LE -t UTF-8 -c | grep -aq "$2"; }

check_status "a driver with a message file, amd64 and arm64" 0 build messages
sys=messages/target/arm64/dev/messages-package/messages.sys
resources "$sys" >"$scratch/resources"
check "has a message table of each language" sh -c "test \$(grep -c MESSAGETABLE '$scratch/resources') = 2"
check "and the version resource of its own" grep -q '^VERSIONINFO' "$scratch/resources"
check "with the text of the messages" has_text "$sys" 'Das Geraet %2 hat keinen Strom'
cd messages || exit 1
check "nothing is left to do" dirty 0
later Log.mc
check "a changed message file is compiled again, once an architecture" dirty 2 'messages Log.mc'
check "with the source that includes its header" dirty 2 'compile'
cd ..
check_status "a project that includes the script, in another case" 0 build listed
resources listed/target/amd64/dev/listed-package/listed.sys >"$scratch/resources"
check "has the tables once" sh -c "test \$(grep -c MESSAGETABLE '$scratch/resources') = 2"

iconv -f UTF-8 -t UTF-16 messages/Log.mc >"$scratch/wide.mc" && mv "$scratch/wide.mc" messages/Log.mc
check_status "a message file in UTF-16" 0 build messages --arch amd64
check "gives the same texts" has_text messages/target/amd64/dev/messages-package/messages.sys 'The device %2 is hot'

check_status "a driver with an event manifest, amd64 and arm64" 0 build events
sys=events/target/arm64/dev/events-package/events.sys
resources "$sys" >"$scratch/resources"
check "has the descriptions of its events" grep -q '^WEVT_TEMPLATE' "$scratch/resources"
check "and the tables of both languages" sh -c "test \$(grep -c MESSAGETABLE '$scratch/resources') = 2"
check "writes events through ETW" header "$sys" 'Symbol: EtwWriteTransfer' 'Symbol: EtwRegister'
check_status "a program in C++ with the same manifest" 0 build program
check "writes them in user mode" header program/target/amd64/dev/watch.exe 'Symbol: EventWriteTransfer'
sed -i 's/level="win:Error"/level="win:Eror"/' events/widget.man
check_status "a manifest with a mistake" 1 build events
check_output "is told with its place" 'error\[EVT0003\]: there is no level'

check_status "a driver with a MOF file, amd64 and arm64" 0 build wmi
sys=wmi/target/arm64/dev/wmi-package/wmi.sys
resources "$sys" >"$scratch/resources"
check "has it as a resource" grep -q '^MOFDATA .*MOFRESOURCENAME' "$scratch/resources"
check "in its binary form" grep -aq 'FOMB' "$sys"
cp wmi/target/amd64/dev/wmi-package/wmi.sys "$scratch/before.sys"
sed -i 's/How it is/How it was/' wmi/widget.mof
check_status "a changed MOF file" 0 build wmi --arch amd64
check "changes the driver" sh -c "! cmp -s $scratch/before.sys wmi/target/amd64/dev/wmi-package/wmi.sys"

check_status "a driver with a counter manifest, amd64 and arm64" 0 build counters
sys=counters/target/amd64/dev/counters-package/counters.sys
check "registers its counters" header "$sys" 'Symbol: PcwRegister' 'Symbol: PcwAddInstance' 'Symbol: PcwUnregister'
check "has the names as strings" has_text "$sys" 'The "widgets"'
sed -i 's/struct="Totals"/struct="Total"/' counters/widget.man
check_status "a struct that is not there" 1 build counters
check_output "is told with its place" 'error\[EVT0003\]: there is no struct'

# windmc of binutils, where it is there, as a witness: the numbers of the blocks, and the texts.
if command -v x86_64-w64-mingw32-windmc >/dev/null; then
    cat >"$scratch/plain.mc" <<'MC'
MessageIdTypedef=DWORD
LanguageNames=(English=0x409:MSG00409)
FacilityNames=(Widget=0x21)
MessageId=7 Severity=Warning Facility=Widget SymbolicName=ONE
Language=English
First %1
second line
.
MessageId=+1 Severity=Warning Facility=Widget SymbolicName=TWO
Language=English
Alone
.
MessageId=0x100 Severity=Error Facility=Widget SymbolicName=THREE
Language=English
The third
.
MC
    mkdir "$scratch/ours" "$scratch/theirs"
    check_status "a message file that both read" 0 "$CWDK" messages -o "$scratch/ours" "$scratch/plain.mc"
    x86_64-w64-mingw32-windmc -h "$scratch/theirs" -r "$scratch/theirs" "$scratch/plain.mc"
    for side in ours theirs; do
        od -An -tx4 -N12 "$scratch/$side/MSG00409.bin"
        od -An -tx4 -j16 -N8 "$scratch/$side/MSG00409.bin"
        tail -c +29 "$scratch/$side/MSG00409.bin" | tr -d '\000\r' | grep -ao '[A-Za-z %0-9]\{5,\}'
        sed -n 's/^#define \(ONE\|TWO\|THREE\) .*\(0x[0-9a-f]*\).*/\1 \2/Ip' "$scratch/$side/plain.h"
    done | awk '{ line[NR] = tolower($0) } END { for (i = 1; i <= NR / 2; i++) if (line[i] != line[i + NR / 2]) { print line[i], "|", line[i + NR / 2]; exit 1 }; exit NR < 14 }' >"$scratch/differ"
    check "gives the same numbers and texts" test ! -s "$scratch/differ"
else
    skip "windmc as a witness" "binutils-mingw-w64-x86-64 is not installed"
fi
tap_done
