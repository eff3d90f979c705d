#!/bin/sh
# shellcheck disable=SC2016 # what awk and started shells expand
# `cwdk ci`: the workflow files are what the services' formats have, by parsers of others, and the very commands in them run on
# a new driver. The services themselves are not here.
. "$CWDK_SOURCE/tests/tap.sh"
export XDG_DATA_HOME="$scratch/data"
mkdir "$scratch/repository" && cd "$scratch/repository" || exit 1

for pair in github:.github/workflows/drivers.yml gitlab:.gitlab-ci.yml azure:azure-pipelines.yml jenkins:Jenkinsfile; do
    service=${pair%%:*} file=${pair#*:}
    check_status "$service: the file is written" 0 "$CWDK" ci "$service"
    check "$service: where the service looks for it" test -s "$file"
    check "$service: --print shows the same" sh -c "'$CWDK' ci $service --print | cmp - '$file'"
    case $file in
    *.yml) check "$service: it is YAML" fy-tool --testsuite "$file" ;;
    *) check "$service: its braces, brackets and quotes match" awk '
        { gsub(/\/\/.*/, ""); line = $0; if (gsub(/\047/, "", line) % 2) bad = 1
          gsub(/\047[^\047]*\047/, ""); depth += gsub(/[({[]/, "") - gsub(/[)}\]]/, ""); if (depth < 0) bad = 1 }
        END { exit bad || depth }' "$file" ;;
    esac
    # The commands after a key, a dash or a call.
    sed -n "s/^ *\(- \)\{0,1\}\(run: \|script: \|sh '\)\{0,1\}\(cwdk .*[^']\)'\{0,1\}\$/\3/p" "$file" >"$scratch/$service"
    check "$service: it has the four commands" test "$(wc -l <"$scratch/$service")" = 4
    check "$service: those that the others have" cmp "$scratch/github" "$scratch/$service"
    check "$service: the kit is checked before it is installed" grep -q 'CWDK_DEB_SHA256  /tmp/cwdk.deb" | sha256sum -c' "$file"
done
check_status "a file that is there" 2 "$CWDK" ci gitlab
check_output "is kept" 'error\[TPL0003\]'
check_status "unless one says so" 0 "$CWDK" ci gitlab --force
check_status "a service that is none" 2 "$CWDK" ci travis
check_output "is told with those that are" 'github, gitlab, azure or jenkins'
check_status "a folder that is not there" 2 "$CWDK" ci github "$scratch/nowhere"

"$CWDK" new echo --kmdf >/dev/null
tool=$(dirname "$CWDK")
while read -r command; do
    check_status "$command" 0 env PATH="$tool:$PATH" FUZZ_SECONDS=2 sh -c "$command"
done <"$scratch/github"
for kept in 'target/amd64/release/echo-package/echo.sys' 'target/arm64/release/echo.pdb' 'target/arm64/release/echo.spdx.json'; do
    check "there is $kept" sh -c "ls $kept echo/$kept 2>/dev/null | grep -q ."
done
check "the findings are SARIF 2.1.0" grep -q '"version": *"2.1.0"' cwdk.sarif
check "the results are XML" xmllint --noout cwdk-tests.xml
check "with each test" test "$(grep -c '<testcase' cwdk-tests.xml)" = 7
tap_done
