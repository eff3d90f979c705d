#!/bin/sh
# cwdk build: what projects do to their INF and version resource by properties and targets of their own.
. "$CWDK_SOURCE/tests/tap.sh"
cp -r "$CWDK_SOURCE/tests/import/fixture" "$scratch/tree" && cd "$scratch/tree" || exit 1
mv "drv/widget drv.vcxproj" drv/widget.vcxproj
mkdir common
build() { "$CWDK" build --sign-mode off --arch amd64 drv/widget.vcxproj; }
inf=drv/target/amd64/dev/widget-package/Widget.inf
# has TEXT: the stamped INF has it.
has() { tr -d '\0' <$inf | grep -q -F -e "$1"; }

cat >drv/own.targets <<'T'
<Project xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
  <ItemGroup>
    <Word Include="OWN_COMPANY"><ReplaceWith>Gadgets &amp; Co.</ReplaceWith></Word>
    <Word Include="OWN_SIGN"><ReplaceWith>100%25%25</ReplaceWith></Word>
    <Word Include="OWN_NOTHING"><ReplaceWith></ReplaceWith></Word>
  </ItemGroup>
  <Target Name="Words" AfterTargets="StampInf" Condition="'$(OwnWords)'=='true' AND '@(Inf)'!=''">
    <Message Text="words" />
    <ReplaceWords SourceFiles="%(Inf.CopyOutput)" Substitutions="@(Word)" />
  </Target>
  <Target Name="Never" Condition="'$(OwnWords)'=='never'"><Exec Command="tool" /></Target>
  <Target Name="Talk"><Message Text="hello" /></Target>
</Project>
T
sed -i -e 's|<TargetName>widget<|<OwnWords>true</OwnWords><InfArch>amd64.10.0...22000</InfArch>&|' \
    -e 's|</Project>|<Import Project="own.targets" /><ItemGroup><ResourceCompile Include="widget.rc" /><ResourceCompile Include="own.rc" /></ItemGroup>&|' \
    -e 's|</Project>|<ItemGroup><CustomBuild Include="own.mc"><Command>mc "%(FullPath)"</Command><Outputs>own.rc</Outputs></CustomBuild></ItemGroup>&|' \
    -e 's|</Project>|<ItemGroup><CustomBuild Include="own.txt"><Command>mcopy own.txt</Command></CustomBuild></ItemGroup>&|' \
    -e 's|<ItemDefinitionGroup>|&<ResourceCompile><PreprocessorDefinitions>OWN_FILE=OWN.ver;OWN_YEARS="2001-2002"</PreprocessorDefinitions></ResourceCompile>|' \
    drv/widget.vcxproj
sed -i -e 's/"Your Company"/"OWN_COMPANY OWN_NOTHINGOWN_SIGN"/' -e '1s/^/; by OWN_COMPANY\n/' -e 's/\.10\.0\.\.\.20348//' drv/Widget.inx
printf 'MessageId=1\nSymbolicName=OWN_HELLO\nLanguage=English\nHello.\n.\n' >drv/own.mc
cat >drv/widget.rc <<'R'
#include <windows.h>
#include "..\COMMON\version.ver"
VS_VERSION_INFO VERSIONINFO
BEGIN
    BLOCK "StringFileInfo"
    BEGIN
        BLOCK "040904B0"
        BEGIN
            VALUE "LegalCopyright", "(C) " OWN_TEXT(OWN_YEARS) OWN_AFTER
        END
    END
END
R
cat >common/version.ver <<'V'
#define OWN_TEXT_OF(x) #x
#define OWN_TEXT(x) OWN_TEXT_OF(x)
#include OWN_TEXT(OWN_FILE)
V
echo '#define OWN_AFTER " Gadgets"' >common/own.ver

check_status "a project with words of its own" 0 build
check "the target that replaces them is understood" sh -c "! grep -q -e Words '$scratch/out'"
check "one that would not run, or only talks, is not mentioned" sh -c "! grep -q -e Never -e Talk '$scratch/out'"
check "a message file whose own command is mc is compiled" grep -q OWN_HELLO drv/target/amd64/dev/obj/widget/generated/own.h
check "of another command there is a warning" grep -q 'own.txt is not built' "$scratch/out"
check "the words are in the INF, in order" has '"Gadgets & Co. 100%%"'
check "in comments, too" has '; by Gadgets & Co.'
check "and none is left" sh -c "! tr -d '\\0' <$inf | grep -q OWN_"
check "the architecture goes on with the system" has 'NTamd64.10.0...22000]'
tr -d '\0' <drv/target/amd64/dev/widget-package/widget.sys >"$scratch/flat"
check "a neighbour of an included file is found in any case, and rc's quotes are gone" \
    grep -q -a -F '(C) 2001-2002 Gadgets' "$scratch/flat"

sed -i 's|<OwnWords>true<|<OwnWords>false<|' drv/widget.vcxproj
check_status "without the target" 0 build
check "the words stay" has '; by OWN_COMPANY'

# A library named alone, in a folder of the library path where its project would put it.
# shellcheck disable=SC2016
sed -i -e '/ProjectReference/d' -e 's|nowhere.lib|sums.lib|' \
    -e 's|<Link>|&<AdditionalLibraryDirectories>..\\lib\\$(Platform)\\$(Configuration)</AdditionalLibraryDirectories>|' drv/widget.vcxproj
check_status "a library that a folder of the library path would have" 0 build
check_output "is made by its project" '^sums '

check_status "a text without what replaces it" 2 "$CWDK" stamp drv/Widget.inx "$scratch/x.inf" --arch amd64 --kmdf 1.31 --replace OWN
check_status "a system that is none" 2 "$CWDK" stamp drv/Widget.inx "$scratch/x.inf" --arch amd64.new --kmdf 1.31
tap_done
