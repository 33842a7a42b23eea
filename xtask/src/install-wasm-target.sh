#!/usr/bin/env bash
# Builds the standard library for wasm32-unknown-unknown from Debian's Rust source
# and links it as the toolchain "web", for machines on which rustup cannot add the
# target. Takes about a minute, once. Needs root (directly or by sudo) for apt and
# for the folder of the system compiler. `cargo xtask` runs it; it changes nothing
# when the toolchain is there already.
set -euo pipefail

target=wasm32-unknown-unknown
sysroot_lib=/usr/lib/rustlib/$target/lib

as_root() {
  if [[ $(id -u) == 0 ]]; then "$@"; else sudo "$@"; fi
}

if ! compgen -G "$sysroot_lib/libstd-*.rlib" >/dev/null; then
  as_root apt-get update -qq
  as_root apt-get install -y -qq --no-install-recommends rustc-web cargo-web rust-web-src lld-22
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  mkdir -p "$work/src"
  : >"$work/src/lib.rs"
  cat >"$work/Cargo.toml" <<'MANIFEST'
[package]
name = "empty"
version = "0.0.0"
edition = "2021"
[profile.release]
panic = "abort"
opt-level = "z"
lto = true # keeps bitcode beside the objects, for builds with LTO
MANIFEST
  # rustc-web, cargo-web and rust-web-src are the same release, so std matches.
  (cd "$work" && env -u RUSTUP_TOOLCHAIN PATH=/usr/bin:/bin RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 \
    /usr/bin/cargo build --release --target "$target" -Zbuild-std=std,panic_abort)
  as_root mkdir -p "$sysroot_lib"
  find "$work/target/$target/release/deps" -name '*.rlib' ! -name 'libempty*' \
    -exec bash -c 'if [[ $(id -u) == 0 ]]; then cp "$@"; else sudo cp "$@"; fi' _ {} "$sysroot_lib/" \;
fi

# rustc links wasm with `rust-lld -flavor wasm`; Debian's lld takes the same flag.
host_bin=/usr/lib/rustlib/$(/usr/bin/rustc -vV | sed -n 's/^host: //p')/bin
as_root mkdir -p "$host_bin"
as_root ln -sfn /usr/bin/lld-22 "$host_bin/rust-lld"
rustup toolchain link web /usr
