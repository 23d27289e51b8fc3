# shellcheck shell=bash
# Sourced by run, test and bench: makes .venv from the hash-pinned lock, says nothing and takes no time when all is there.
# Needs python3 >= 3.11 and nothing else; installs Debian packages when it may (root), else names what is missing.

here=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
venv="$here/.venv"
say() { printf 'visitapp: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# Quiet, and told in whole when it fails.
quietly() {
  local log
  log=$(mktemp)
  "$@" >"$log" 2>&1 </dev/null || { cat "$log" >&2; rm -f "$log"; return 1; }
  rm -f "$log"
}

# What Qt loads for a real window and for the offscreen one, and a font.
system_packages="fontconfig fonts-inter libdbus-1-3 libegl1 libfontconfig1 libgl1 libglib2.0-0 libwayland-cursor0
  libwayland-egl1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0
  libxcb-shape0 libxcb-xinerama0 libxcb-xkb1 libxkbcommon-x11-0 libxkbcommon0"

# The Debian packages of the list and of the words given that are not installed, in one line.
missing_packages() {
  command -v dpkg-query >/dev/null || return 0
  # A python3 from elsewhere, or certificates laid by hand, are as good as Debian's packages.
  python3 -c 'import ensurepip, venv' 2>/dev/null || set -- python3-venv "$@"
  [ -s "${SSL_CERT_FILE:-/etc/ssl/certs/ca-certificates.crt}" ] || set -- ca-certificates "$@"
  # A newer Debian renames libraries and says the old name under Provides.
  # shellcheck disable=SC2086  # a list of words
  comm -23 <(printf '%s\n' "$@" $system_packages | sort -u) \
    <(dpkg-query -W -f '${db:Status-Status} ${Package} ${Provides}\n' | awk '$1 == "installed"' | tr -s ', ' '\n' | sort -u) |
    paste -sd ' '
}

install_system() {
  local missing
  missing=$(missing_packages "$@")
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" -ne 0 ]; then
    fail "have these Debian packages installed, then run this again: apt-get install $missing"
  fi
  say "installing system packages: $missing"
  export DEBIAN_FRONTEND=noninteractive
  # shellcheck disable=SC2086  # a list of words
  quietly apt_install $missing || fail "the system packages could not be installed; is there a network?"
}

# Waits for another installation that is running, and first ends one that was broken off.
apt_install() {
  local install=(apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "$@")
  apt-get update || return 1
  "${install[@]}" || { dpkg --configure -a && "${install[@]}"; }
}

# Without this folder's stamp the environment is missing, was broken off half-way or has been moved: it is made anew.
make_environment() {
  local lock="$1" stamp="$2" cache=() place
  say "making .venv from the lock; this takes a minute"
  place=$(head -n 1 "$stamp" 2>/dev/null || true)
  rm -f "$stamp"
  if [ "$place" != "$here" ]; then
    quietly python3 -m venv --clear "$venv" || fail "the virtual environment could not be made"
  fi
  awk '/^[a-z]/ {wanted = /^uv==/} wanted' "$lock" >"$venv/uv.lock"
  quietly "$venv/bin/python" -m pip install --require-hashes -r "$venv/uv.lock" || fail "uv could not be installed"
  mkdir -p "$("$venv/bin/uv" cache dir 2>/dev/null)" 2>/dev/null || cache=(--no-cache)
  quietly "$venv/bin/uv" "${cache[@]}" pip sync --compile-bytecode --python "$venv/bin/python" --require-hashes "$lock" ||
    fail "the packages of the lock could not be installed"
  "$venv/bin/python" -c 'import site, sys; open(site.getsitepackages()[0] + "/visitapp.pth", "w").write(sys.argv[1] + "\n")' "$here"
}

# What the stamp of a finished environment says: where it stands and what it was made from.
wanted() { echo "$here" && cat "$here/packaging/requirements.lock" "$here/packaging/setup.sh" | sha256sum; }

# The modules, when one of them is newer: an installed program has its bytecode, and a checkout whose Python is told to
# write none (PYTHONDONTWRITEBYTECODE) would compile them all at each start, which takes longer than all else in it.
compile_modules() {
  local stamp="$venv/.visitapp-compiled"
  [ ! -f "$stamp" ] || [ -n "$(find "$here/visitapp" -name '*.py' -newer "$stamp" -print -quit)" ] || return 0
  if quietly "$venv/bin/python" -m compileall -q "$here/visitapp"; then touch "$stamp"; else say "starting takes longer"; fi
}

# shellcheck disable=SC2120  # run and bench give none
# setup [PACKAGE ...]: the virtual environment, the sentences, and these further Debian packages.
setup() {
  local lock="$here/packaging/requirements.lock" stamp="$venv/.visitapp-lock" want lock_fd
  want=$(wanted)
  if [ "$(cat "$stamp" 2>/dev/null)" != "$want" ]; then
    command -v python3 >/dev/null || fail "python3 is missing; install Python 3.11 or newer"
    python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || fail "Python 3.11 or newer is needed"
    # Two started at once: the second waits for the first, then finds all there.
    exec {lock_fd}<"$here/packaging"
    ! command -v flock >/dev/null || flock "$lock_fd"
    if [ "$(cat "$stamp" 2>/dev/null)" != "$want" ]; then
      install_system "$@"
      make_environment "$lock" "$stamp"
      echo "$want" >"$stamp"
    fi
    exec {lock_fd}<&-
  fi
  [ $# -eq 0 ] || install_system "$@"
  # The sentences are compiled when one of their files is newer.
  if [ ! -f "$here/resources/words/en.mo" ] || [ -n "$(find "$here/resources/words/en" -newer "$here/resources/words/en.mo")" ]; then
    "$venv/bin/python" "$here/packaging/words.py" || fail "the sentences in resources/words could not be compiled"
  fi
  compile_modules
}
