#!/bin/bash
# Installs what the long tests need beside what tests/install.sh brings: the web
# servers nginx and Caddy, from Debian's packages. Does nothing when they are there.
set -eu
missing=()
for server in nginx caddy; do
  PATH=$PATH:/usr/sbin command -v "$server" >/dev/null 2>&1 || missing+=("$server")
done
[ ${#missing[@]} -eq 0 ] && exit 0
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
  echo "the long tests cannot run; missing: ${missing[*]} (apt-get install ${missing[*]})" >&2
  exit 1
fi
echo "installing ${missing[*]}" >&2
apt-get update >/dev/null
DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]/nginx/nginx-light}" >/dev/null
