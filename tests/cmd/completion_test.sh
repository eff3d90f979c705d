#!/bin/sh
# The completion scripts, run by the shells they are for.
. "$CWDK_SOURCE/tests/tap.sh"
cd "$scratch" || exit 1
"$CWDK" completion bash >bash.sh
"$CWDK" completion zsh >_cwdk

complete_bash() { # complete_bash WORD...: what bash offers for the last word
    bash -c 'shopt -s extglob; . ./bash.sh; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _cwdk; printf "%s\n" "${COMPREPLY[@]}"' \
        bash "$CWDK" "$@" >"$scratch/out" 2>&1
}

complete_zsh() { # the same for zsh; compadd prints what it is offered
    zsh -f -c 'compadd() { shift; print -l -- "$@" }; _files() { }
        tool=$1; words=("$@"); CURRENT=$#; source ./_cwdk' zsh "$CWDK" "$@" >"$scratch/out" 2>&1
}

complete_bash do
check_output "bash completes commands" '^doctor$'
complete_bash new --k
check_output "bash completes options" '^--kmdf$'
complete_bash explain ENV000
check_output "bash completes codes" '^ENV0003$'
complete_zsh do
check_output "zsh completes commands" '^doctor$'
complete_zsh new --k
check_output "zsh completes options" '^--kmdf$'
complete_zsh explain E
check_output "zsh completes codes" '^ENV0003$'
check_status "another shell is wrong usage" 2 "$CWDK" completion fish
tap_done
