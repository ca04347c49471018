#!/bin/bash
# Installs what the long tests need beside what tests/install.sh brings: Firefox, the
# web servers nginx, Caddy and Apache, and the spreadsheet of LibreOffice, from Debian's
# packages, the programs without a service where there is such a package. Does nothing
# when they are there.
set -eu
missing=()
want() { # want PROGRAM PACKAGE
  PATH=$PATH:/usr/sbin command -v "$1" >/dev/null 2>&1 || missing+=("$2")
}
want firefox-esr firefox-esr
want nginx nginx-light
want caddy caddy
want apache2 apache2-bin
want soffice libreoffice-calc
[ ${#missing[@]} -eq 0 ] && exit 0
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
  echo "the long tests cannot run; missing: ${missing[*]} (apt-get install ${missing[*]})" >&2
  exit 1
fi
echo "installing ${missing[*]}" >&2
apt-get update >/dev/null
DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}" >/dev/null
