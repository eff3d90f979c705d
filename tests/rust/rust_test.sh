#!/bin/sh
# Drivers in Rust: the two examples pass the tests of their C twins, packaged and signed; in a copy of each the verifier
# finds what was put in, a leak of pool and a wait at DISPATCH_LEVEL, and names the Rust function, file and line.
. "$CWDK_SOURCE/tests/tap.sh"
export XDG_DATA_HOME="$scratch/data" NO_COLOR=1
unset CWDK_RUSTC
all="$scratch/all"
mkdir -p "$all/echo/kmdf" "$all/lookaside/raw" "$scratch/bin"

# Both in one folder, so that the kit's crates are compiled once.
cd "$CWDK_SOURCE/examples" || exit 1
cp -r echo/checks.h echo/public.h "$all/echo/" && cp -r echo/kmdf/rust echo/kmdf/echo.inx "$all/echo/kmdf/" || exit 1
cp -r lookaside/rust lookaside/checks.h lookaside/public.h "$all/lookaside/" && cp lookaside/raw/cache.inx "$all/lookaside/raw/" || exit 1
cd "$all" || exit 1

# A compiler without the target, and none at all: before anything is built.
cat >"$scratch/bin/rustc" <<'TEXT'
#!/bin/sh
case $1 in
-vV) printf 'rustc 1.95.0\nhost: x86_64-unknown-linux-gnu\nrelease: 1.95.0\nLLVM version: 22.1.0\n' ;;
--print) echo /nowhere ;;
*) exit 1 ;;
esac
TEXT
chmod +x "$scratch/bin/rustc"
check_status "a compiler without the target is refused" 3 env CWDK_RUSTC="$scratch/bin/rustc" "$CWDK" build --arch amd64
check_output "by its name" "^error\[ENV0006\]: $scratch/bin/rustc cannot compile for Windows on amd64"
check_output "with the package and the target to install" 'apt-get install rustc libstd-rust-dev-windows, or rustup target add x86_64-pc-windows-msvc'
check "and one message alone" [ "$(grep -c '^error\|^warning' "$scratch/out")" = 1 ]
check "nothing is left of it" [ ! -e target/build.ninja ]
check_status "doctor takes it for no fault" 0 env CWDK_RUSTC="$scratch/bin/rustc" "$CWDK" doctor
check_output "and says what is missing" '^optional rustc, amd64 .*libstd-rust-dev-windows'
check_status "so is one that is not there" 3 env CWDK_RUSTC=/nowhere/rustc "$CWDK" build --arch amd64
check_output "as missing" '^error\[ENV0006\]: the driver is in Rust, and there is no rustc'

check_status "both examples build" 0 "$CWDK" build --arch amd64 --verify-signature
check "without warnings" sh -c "! grep -q '^warning' '$scratch/out'"
for package in target/amd64/dev/*-package; do
    check_status "$package is a whole package" 0 "$CWDK" verify "$package"
done
check "objects have no time in them" sh -c "! llvm-readobj-19 --file-headers target/amd64/dev/obj/*/*.obj target/amd64/dev/obj/.rust/*/*.obj | grep 'TimeDateStamp' | grep -v '(0x0)'"
check "and PDBs no folder of this machine" sh -c "! grep -qa '$scratch' target/amd64/dev/echo.pdb"
check_status "both pass the tests of their C twins" 0 "$CWDK" test --seed 1
check_output "all of them" '^12 tests: 12 passed, 0 failed'
check_status "with each allocation failing" 0 "$CWDK" test --seed 2 --faults
check_status "with removal and sleep in between, on two processors" 0 "$CWDK" test --seed 3 --storm=4 --processors 2

# The steps of one driver are its own: nothing of the kit's crates is made again.
echo '// touched' >>lookaside/rust/src/lib.rs
check_status "a change of one driver builds" 0 "$CWDK" build --arch amd64 -v
check "that driver alone" sh -c "grep -q 'crate-name=cache' '$scratch/out' && ! grep -q 'crate-name=wdk\|crate-name=echo' '$scratch/out'"

# What the verifier finds, in a copy of each: a block of pool that nobody frees, and a wait at DISPATCH_LEVEL.
leak='    wdk_sys::ntddk::ExAllocatePool2(wdk_sys::POOL_FLAG_NON_PAGED, 64, 1);'
wait='    wdk_sys::ntddk::KeDelayExecutionThread(0, 0, \&mut wdk_sys::LARGE_INTEGER { QuadPart: -1 });'
sed -i "s/^unsafe fn create_queues.*/&\n$leak/
    s/^unsafe fn deliver.*/&\n    let lock = wdk::SpinLock::new(());\n    let guard = lock.lock();\n$wait\n    drop(guard);/" echo/kmdf/rust/src/lib.rs
sed -i "s/^unsafe fn add_device.*/&\n$leak/
    s/^    let statistics = cache.waiting.lock().statistics;/    let guard = cache.waiting.lock();\n$wait\n    let statistics = guard.statistics;/" lookaside/rust/src/lib.rs
line() { grep -n "$1" "$2/src/lib.rs" | cut -d: -f1; }
check_status "the mistakes are found" 1 "$CWDK" test --seed 1
for driver in echo cache; do
    check_output "the leak of $driver by its rule" "VRF0007: $driver.sys is unloaded, and 1 block of pool (64 bytes"
done
check_output "with function, file and line" "echo.sys!echo::create_queues  .*src.lib.rs:$(line ExAllocatePool2 echo/kmdf/rust)\$"
check_output "and in the other" "cache.sys!cache::add_device  .*src.lib.rs:$(line ExAllocatePool2 lookaside/rust)\$"
check_output "the wait by its rule" 'VRF0101: KeDelayExecutionThread is called at DISPATCH_LEVEL'
check_output "with its place" "echo.sys!echo::deliver  .*src.lib.rs:$(line KeDelayExecutionThread echo/kmdf/rust)\$"
check_output "and in the other" "cache.sys!cache::query  .*src.lib.rs:$(line KeDelayExecutionThread lookaside/rust)\$"

# A panic ends in the bug check of the safe layer's own; an error of the compiler is shown as it is, with status 1.
sed -i '/ExAllocatePool2/s/.*/    panic!("on purpose");/' echo/kmdf/rust/src/lib.rs
check_status "a panic stops the system" 1 "$CWDK" test --seed 1 a_message
check_output "with a bug check that says so" 'a panic in Rust; lib.rs:'
sed -i 's/panic!("on purpose")/let x: u8 = "text"/' echo/kmdf/rust/src/lib.rs
check_status "what rustc refuses fails the build" 1 "$CWDK" build --arch amd64
check_output "in rustc's words, with the place" ' --> echo/kmdf/rust/src/lib.rs:'

# What `cwdk new` makes: its own header gives C and Rust their constants, records and control codes.
cd "$scratch" || exit 1
"$CWDK" new my-crate --kmdf --rust >/dev/null
check_status "a new driver in Rust passes its tests" 0 "$CWDK" test my-crate
check_output "all of them" '^7 tests: 7 passed, 0 failed'
check_status "a build for all architectures leaves out the one without a compiler" 0 "$CWDK" build my-crate
if grep -q ' arm64 .*\.sys' "$scratch/out"; then
    skip "and says so" "there is a compiler for arm64"
else
    check_output "and says so" '^warning\[BLD0011\]: arm64 is left out: .* lacks the target'
fi
check_status "the checker reads its C" 0 "$CWDK" check my-crate
check_output "and says what it does not read" '^note\[RST0003\]'
sed -i 's,^rust: .*,rust: src/nowhere.rs,' my-crate/cwdk.yaml
check_status "a crate that is not there is bad input" 2 "$CWDK" build my-crate
check_output "with its place in the manifest" 'cwdk.yaml:8:7'
sed -i 's,^rust: .*,rust: src/lib.rs,' my-crate/cwdk.yaml
sed -i 's/^model: kmdf/model: umdf/; s/^kmdf:.*//' my-crate/cwdk.yaml
check_status "a UMDF driver in Rust is refused" 2 "$CWDK" build my-crate
check_output "by its code" 'error\[RST0002\]'

# Bindings alone, of the model that no driver is built of: names that Microsoft's crate has, in the places it has them.
check_status "bindings for UMDF are written" 0 "$CWDK" bindings --rust --plain --model umdf --out umdf
functions=$(grep -c '^pub const Wdf[A-Za-z]*: Function<PFN_WDF' umdf/wdk-sys/src/functions.rs)
check "with the functions of the framework ($functions)" [ "$functions" -gt 200 ]
check "and those of Windows" grep -q 'pub fn OutputDebugStringA' umdf/wdk-sys/src/bindings.rs
check "status values have their type" grep -q '^pub const STATUS_NO_MORE_ENTRIES : NTSTATUS = - 2147483622 ;' umdf/wdk-sys/src/constants.rs
check_status "a header that is not there is named" 2 "$CWDK" bindings --rust --header nowhere.h --out none
check_output "by clang" "RST0001.*'nowhere.h' file not found"
check_status "bindings for no language are wrong usage" 2 "$CWDK" bindings --out none
tap_done
