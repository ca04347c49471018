#!/bin/bash
# Installs what the tests need beside Go, Node.js, npm and git: a browser, Java for
# the HTML checker, a Dutch word list and a reader of PDFs from Debian's packages,
# and the node modules of this folder. Where Debian has it, also Chromium without
# anything around the page, in which the tests take half the time. Does nothing when
# all is there. Where it may not install, it says what is missing and fails.
set -eu
cd "$(dirname "$0")"

has() { command -v "$1" >/dev/null 2>&1; }

missing=()
want() { # want COMMAND WHAT HOW
  has "$1" || missing+=("$2: $3")
}
want go "Go (the version in go.mod, or later)" "https://go.dev/dl/"
want node "Node.js 20 or later" "https://nodejs.org/"
want npm "npm" "it comes with Node.js"
want git "git" "apt-get install git"
if has node && [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 20 ]; then
  missing+=("Node.js 20 or later: here is $(node --version)")
fi

browser() {
  if [ -n "${CHROME:-}" ]; then
    has "$CHROME"
  else
    has chromium || has chromium-browser || has google-chrome || has google-chrome-stable
  fi
}

# Whether Debian has the bare browser, by the lists that are here, and it is not installed.
wants_bare() {
  [ -z "${CHROME:-}" ] && ! has chromium-headless-shell &&
    apt-cache show chromium-headless-shell 2>/dev/null | grep -q '^Version:'
}

packages=()
browser || [ -n "${CHROME:-}" ] || packages+=(chromium fonts-liberation)
has java || packages+=(default-jre-headless)
has pdftotext || packages+=(poppler-utils)
[ -r /usr/share/dict/dutch ] || packages+=(wdutch)

if [ ${#packages[@]} -gt 0 ] || wants_bare; then
  as_root=()
  may=no
  if has apt-get; then
    if [ "$(id -u)" = 0 ]; then
      may=yes
    elif has sudo && sudo -n true 2>/dev/null; then
      as_root=(sudo -n)
      may=yes
    fi
  fi
  if [ "$may" = yes ]; then
    log=$(mktemp)
    "${as_root[@]}" apt-get update </dev/null >"$log" 2>&1 || true # what is there may do
    wants_bare && packages+=(chromium-headless-shell)
    echo "installing ${packages[*]}" >&2
    if ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y --no-install-recommends "${packages[@]}" </dev/null >>"$log" 2>&1; then
      tail -n 20 "$log" >&2
    fi
    rm -f "$log"
  fi
  hash -r
  has java || missing+=("Java 11 or later, for the Nu HTML checker: apt-get install default-jre-headless")
  has pdftotext || missing+=("pdftotext, to read the printed pages: apt-get install poppler-utils")
  [ -r /usr/share/dict/dutch ] || missing+=("the Dutch word list /usr/share/dict/dutch: apt-get install wdutch")
fi
browser || missing+=("a browser: apt-get install chromium, or set CHROME to Chromium or Google Chrome")

if [ ${#missing[@]} -gt 0 ]; then
  {
    echo "the tests cannot run; missing:"
    printf -- '- %s\n' "${missing[@]}"
  } >&2
  exit 1
fi

# npm leaves node_modules/.package-lock.json as the mark of a finished install.
if [ ! -e node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  echo "installing node modules" >&2
  npm ci --no-progress </dev/null >&2
fi

# The packages of the editing system: the test of it fails when a build wants others.
for package in decap-cms-3.16.3 yaml-2.9.1; do
  if [ ! -e "node_modules/.packages/$package.tgz" ]; then
    echo "fetching $package" >&2
    mkdir -p node_modules/.packages
    npm pack "${package%-*}@${package##*-}" --silent --pack-destination node_modules/.packages </dev/null >&2
  fi
done
