# shellcheck shell=sh disable=SC2154 # of tests/tap.sh and tests/wine/wine.sh
# A machine that is reached by ssh, as far as it can be had without Windows: OpenSSH's own server on loopback, and Wine's
# cmd.exe behind it. certutil, pnputil, bcdedit and shutdown, which Wine lacks or has empty, are programs of ours: what the
# real ones do is not shown. Sourced after tests/wine/wine.sh.

cd "$scratch" || exit 1
export HOME="$scratch/home" XDG_DATA_HOME="$scratch/home" XDG_CONFIG_HOME="$scratch/config"
unset DISPLAY SSH_AUTH_SOCK
mkdir -p config/cwdk
# Without the session of Wine and the lock on it.
deploy() { TMPDIR=$scratch "$CWDK" deploy "$@" 8>&- 9>&-; }

for sshd in /usr/sbin/sshd /nonexistent; do [ ! -x "$sshd" ] || break; done

# Whether all is installed; otherwise the test that is named is skipped, with the reason.
windows_available() { # windows_available DESCRIPTION
    reason=
    command -v x86_64-w64-mingw32-gcc >/dev/null || reason="gcc-mingw-w64-x86-64 is not installed"
    [ -x "$wine_program" ] || reason="wine64 is not installed"
    [ -x "$sshd" ] && command -v ssh-keygen >/dev/null || reason="openssh-server or openssh-client is not installed"
    [ -z "$reason" ] || skip "$1" "$reason"
    [ -z "$reason" ]
}

windows_up() { # one user, keys alone
    : >sshd.log
    "$sshd" -D -e -f sshd_config 2>sshd.log 8>&- 9>&- &
    echo $! >sshd.pid
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        grep -q 'Server listening' sshd.log && return
        sleep 0.2
    done
    return 1
}

windows_down() {
    server=$(cat "$scratch/sshd.pid" 2>/dev/null) || return 0
    kill "$server" 2>/dev/null
    while kill -0 "$server" 2>/dev/null; do sleep 0.1; done
}

windows_end() {
    windows_down
    wine_stop
    chmod -R u+w "$scratch" 2>/dev/null
    rm -rf "$scratch"
}

# Starts the server, in $scratch; the remote home is the folder remote, programs in the folder bin are found first. What the
# stand-ins are called with is in the file calls. The file full is a full disk; the program meanwhile runs before each command,
# the program instead in the place of Wine.
windows_start() {
    wine_start || return 1
    [ "$(id -u)" -ne 0 ] || mkdir -p /run/sshd
    for key in host other mine stranger; do ssh-keygen -q -t ed25519 -N '' -f "$scratch/$key" -C "$key"; done
    mkdir -p remote bin
    cp mine.pub authorized
    chmod 600 authorized
    port=$((20000 + $$ % 20000))
    cat >remote.sh <<SH
cd $scratch/remote
case \$SSH_ORIGINAL_COMMAND in
*sftp-server*)
    # A full disk: no file may grow beyond a block.
    [ ! -e $scratch/full ] || { ulimit -f 1; trap '' XFSZ; }
    exec /usr/lib/openssh/sftp-server ;;
*"shutdown /r"*)
    # A restart: for two seconds nobody answers.
    echo "\$SSH_ORIGINAL_COMMAND" >>$scratch/calls
    (cd $scratch && kill "\$(cat sshd.pid)" && sleep 2 && exec $sshd -D -e -f sshd_config -o PidFile=$scratch/sshd.pid) \
        >/dev/null 2>&1 </dev/null 9>&- &
    exit ;;
esac
[ ! -x $scratch/meanwhile ] || $scratch/meanwhile "\$SSH_ORIGINAL_COMMAND" >/dev/null 2>&1 </dev/null
[ ! -x $scratch/instead ] || exec $scratch/instead "\$SSH_ORIGINAL_COMMAND"
# As it came, between the quotation marks that Windows' server puts around it: in a file, since Wine escapes those in arguments.
command=\$(mktemp $scratch/command-XXXXXX.cmd)
printf '@%s\r\n@exit %%errorlevel%%\r\n' "\$SSH_ORIGINAL_COMMAND" >\$command
exec env -u DISPLAY WINEPREFIX=$wine_prefix WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml,winedbg.exe=" \
    WINEPATH='Z:$(echo "$scratch/bin" | tr / '\134')' $wine_program cmd /c "Z:\$(echo \$command | tr / '\134')" 2>/dev/null
SH
    cat >sshd_config <<CONF
Port $port
ListenAddress 127.0.0.1
HostKey $scratch/host
PidFile none
AuthorizedKeysFile $scratch/authorized
StrictModes no
PasswordAuthentication no
KbdInteractiveAuthentication no
UsePAM no
PermitRootLogin prohibit-password
Subsystem sftp /usr/lib/openssh/sftp-server
ForceCommand sh $scratch/remote.sh
CONF
    known() { printf '[127.0.0.1]:%s %s\n' "$port" "$(cut -d ' ' -f 1,2 "$1.pub")"; }
    known host >known_hosts
    known other >changed_hosts
    : >empty_hosts
    trap windows_end EXIT
    check "the server listens" windows_up
    for tool in certutil pnputil bcdedit; do
        check "the stand-in for $tool builds" x86_64-w64-mingw32-gcc -O1 -Wall -Wextra -Werror \
            -DCALLS="\"Z:$scratch/calls\"" -o bin/$tool.exe "$CWDK_SOURCE/tests/deploy/stand_in.c" -lcrypt32 -lsetupapi
    done
    # A session of Wine that lasts: each command of its own would begin and end one.
    mkfifo session
    wine 250 cmd <session >/dev/null 2>&1 &
    exec 8>session
}

# Wine keeps what it installed: taken away before and after, from what it has on its disk, too.
windows_forget() { # windows_forget SERVICE
    wine 60 "$CWDK_BUILD/share/cwdk/deploy/amd64/cwdk-agent.exe" remove "$1" >/dev/null 2>&1
    find "$wine_prefix/drive_c/windows" -iname "$1.*" -exec rm -f {} +
}

# The keys of a target that is this machine, but for what the arguments say.
windows_keys() { # windows_keys PORT IDENTITY KNOWN-HOSTS
    printf '  host: %s@127.0.0.1\n  port: %s\n  identity: %s\n  known-hosts: %s\n' \
        "$(id -un)" "$1" "$scratch/$2" "$scratch/$3"
}

# The WDM template, with what Wine 8.0 lacks, as in tests/wine/driver.sh.
windows_driver() { # windows_driver NAME
    check "the template is made" "$CWDK" new "$1" --wdm
    cp "$CWDK_SOURCE/tests/wine/wine_lacks.c" "$1/src"
    sed -i 's/IoForwardIrpSynchronously/ForwardAndWait/' "$1/src/pnp.c"
    echo 'BOOLEAN ForwardAndWait(PDEVICE_OBJECT DeviceObject, PIRP Irp);' >>"$1/src/driver.h"
    sed -i 's/\.10\.0\.\.\.[0-9]*//' "$1/$1.inx"
}
