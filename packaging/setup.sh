# Sourced by run, test and bench: makes .venv from the hash-pinned lock, says nothing and takes no time when all is there.
# Needs python3 >= 3.11 and nothing else; installs Debian packages when it may (root), else names what is missing.

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
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

system_packages="python3-venv ca-certificates fontconfig fonts-inter libegl1 libgl1 libxkbcommon0 libxkbcommon-x11-0
  libdbus-1-3 libfontconfig1 libglib2.0-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0
  libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libxcb-xkb1"

install_system() {
  local missing=() name installed
  command -v dpkg-query >/dev/null || return 0
  installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' 2>/dev/null | awk '$2 == "installed" {print $1}')
  for name in $system_packages "$@"; do
    grep -qx "$name" <<<"$installed" || missing+=("$name")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  if [ "$(id -u)" -ne 0 ]; then
    fail "these Debian packages are missing; ask for them to be installed, then run this again: ${missing[*]}"
  fi
  say "installing system packages: ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  quietly apt-get update || fail "apt-get update failed; is there a network?"
  quietly apt-get install -y --no-install-recommends "${missing[@]}" || fail "the system packages could not be installed"
}

# setup [PACKAGE ...]: the virtual environment, the sentences, and these further Debian packages.
setup() {
  local lock="$here/packaging/requirements.lock" stamp="$venv/.visitapp-lock" want
  want=$(cat "$lock" "$here/packaging/setup.sh" "$here/packaging/words.py" | sha256sum)
  if [ "$(cat "$stamp" 2>/dev/null)" != "$want" ]; then
    command -v python3 >/dev/null || fail "python3 is missing; install Python 3.11 or newer"
    python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || fail "Python 3.11 or newer is needed"
    install_system
    say "making .venv from the lock; this takes a minute"
    [ -x "$venv/bin/python" ] || quietly python3 -m venv "$venv" || fail "the virtual environment could not be made"
    grep -A 100 '^uv==' "$lock" | awk 'NR > 1 && /^[a-z]/ {exit} {print}' >"$venv/uv.lock"
    quietly "$venv/bin/python" -m pip install --require-hashes -r "$venv/uv.lock" || fail "uv could not be installed"
    quietly "$venv/bin/uv" pip sync --python "$venv/bin/python" --require-hashes "$lock" ||
      fail "the packages of the lock could not be installed"
    "$venv/bin/python" -c 'import site, sys; open(site.getsitepackages()[0] + "/visitapp.pth", "w").write(sys.argv[1] + "\n")' "$here"
    printf '%s' "$want" >"$stamp"
  fi
  [ $# -eq 0 ] || install_system "$@"
  # The sentences are compiled when one of their files is newer.
  if [ ! -f "$here/resources/words/en.mo" ] || [ -n "$(find "$here/resources/words/en" -newer "$here/resources/words/en.mo")" ]; then
    "$venv/bin/python" "$here/packaging/words.py" || fail "the sentences in resources/words could not be compiled"
  fi
}
