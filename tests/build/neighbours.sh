#!/bin/sh
# cwdk build: projects that a Visual Studio project knows only by what they make are found, and built with it.
. "$CWDK_SOURCE/tests/tap.sh"
. "$CWDK_SOURCE/tests/build/checks.sh"
cp -r "$CWDK_SOURCE/tests/import/fixture" "$scratch/tree" && cd "$scratch/tree" || exit 1
mv "drv/widget drv.vcxproj" drv/widget.vcxproj

# A library by the path where Visual Studio would have put it, no project reference.
# shellcheck disable=SC2016
sed -i -e '/ProjectReference/d' -e 's|nowhere.lib|..\\lib\\$(Platform)\\$(Configuration)\\sums.lib|' drv/widget.vcxproj
check_status "a library named by its path" 0 build --arch amd64 drv/widget.vcxproj
check_output "is made by its project" '^sums '

# An image that the INF copies, made by another project of the solution.
mkdir -p other
sed -e 's|<TargetName>widget<|<TargetName>second<|' -e '/<Inf /d' drv/widget.vcxproj >other/second.vcxproj
cp -r drv/src other/src
sed -i -e 's/^widget.sys = 1/&\nSecond.sys = 1/' -e 's/^\[Driver_Files\]/&\nSecond.sys/' drv/Widget.inx
check_status "an INF that copies what is nowhere" 1 build --arch amd64 drv/widget.vcxproj
check_output "is an error" "CAT1001.*Second.sys"
cat >tree.sln <<'S'
Microsoft Visual Studio Solution File, Format Version 12.00
Project("{8BC9CEB8-8B4A-11D0-8D11-00A0C91BC942}") = "widget", "drv\widget.vcxproj", "{00000000-0000-0000-0000-000000000001}"
EndProject
Project("{8BC9CEB8-8B4A-11D0-8D11-00A0C91BC942}") = "second", "other\second.vcxproj", "{00000000-0000-0000-0000-000000000002}"
EndProject
S
check_status "what a project of the solution above makes" 0 build --arch amd64 drv/widget.vcxproj
check "is in the package" test -f drv/target/amd64/dev/widget-package/Second.sys

# A file that no section copies is of the disk, not of the package.
sed -i '/^\[Driver_Files\]/,/^\[/s/^Second.sys/;&/' drv/Widget.inx
check_status "an INF that names another's image and does not copy it" 0 build --arch amd64 drv/widget.vcxproj
check "leaves it out of the package" test ! -e drv/target/amd64/dev/widget-package/Second.sys

# $(SolutionDir) is that of the solution above.
# shellcheck disable=SC2016
sed -i 's|\.\.\\INC|$(SolutionDir)INC|' drv/widget.vcxproj
check_status "SolutionDir is known without a solution being built" 0 build --arch amd64 drv/widget.vcxproj

# A project that lists its own INF among its files has it once.
sed -i 's|<Inf Include|<FilesToPackage Include="Widget.inf" /><Inf Include|' drv/widget.vcxproj
cp drv/target/amd64/dev/widget-package/Widget.inf drv/Widget.inf
check_status "an INF listed as a file of its package" 0 build --arch amd64 drv/widget.vcxproj
tap_done
