# shellcheck shell=bash
#
# Sourced by the scripts beside it: finds Swift and goes to the repository's root.
#
# sudo replaces PATH, so a toolchain that the user has may be out of sight: in addition to PATH,
# look where swift.org's archives and swiftly put it.

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit

# Swift keeps caches in the home folder, and does not say so where there is none to write to, as in some
# containers.
can_keep_caches() { [[ -d ${HOME:-} ]] && mkdir -p "$HOME/.cache" 2>/dev/null && [[ -w $HOME/.cache ]]; }
if ! can_keep_caches; then
  HOME=$PWD/.build/home
  if ! mkdir -p "$HOME"; then
    echo "HOME is not a folder that can be written, and neither is $PWD: set HOME to one that is" >&2
    exit 3
  fi
  export HOME
fi

find_swift() {
  local home folder
  command -v swift >/dev/null 2>&1 && return 0
  home=$HOME
  [[ -n ${SUDO_USER:-} ]] && home=$(getent passwd "$SUDO_USER" | cut -d: -f6)
  for folder in "$home/.local/share/swiftly/bin" "$home/.swiftly/bin" "$home"/swift-*/usr/bin \
    /opt/swift/usr/bin /opt/swift/*/usr/bin /opt/swift-*/usr/bin /usr/local/swift/usr/bin /usr/share/swift/usr/bin \
    /usr/libexec/swift/bin; do
    if [[ -x $folder/swift ]]; then
      PATH=$folder:$PATH
      export PATH
      return 0
    fi
  done
  return 1
}

if ! find_swift; then
  echo "Swift is not on the PATH. Install Swift 6 from https://swift.org/install" >&2
  exit 3
fi
if [[ ! -e $(dirname "$(realpath "$(command -v swiftc)")")/../lib/swift/host/SwiftSyntax.swiftmodule ]]; then
  echo "No SwiftSyntax beside the swiftc on the PATH: install Swift from https://swift.org/install" >&2
  exit 3
fi

# What the scripts build has the vectors of this machine; a plain `swift build`, and a package that depends on
# this one, has those of all machines (see Package.swift).
export GRADUS_VECTORS=${GRADUS_VECTORS:-native}

# Under sudo, only the set-up needs root: the rest goes on as the user who called, so that
# what it writes is theirs. (Where the checkout is root's own, it stays root.)
as_caller() {
  if [[ $EUID -eq 0 && -n ${SUDO_USER:-} && $SUDO_USER != root ]] &&
    [[ $(stat -c %u .) -eq ${SUDO_UID:-0} ]]; then
    local home
    home=$(getent passwd "$SUDO_USER" | cut -d: -f6)
    exec setpriv --reuid "$SUDO_UID" --regid "$SUDO_GID" --init-groups \
      env -u SUDO_USER -u SUDO_UID -u SUDO_GID -u SUDO_COMMAND \
      HOME="$home" USER="$SUDO_USER" LOGNAME="$SUDO_USER" PATH="$PATH" "$@"
  fi
}
