#!/bin/bash
# Prints the modules that go into the program, each with its version and the kind
# of its licence, and fails when one has none that is known.
set -eu
cd "$(dirname "$0")/.."

go mod verify
echo
unknown=0
while read -r module version dir; do
  file=$(find "$dir" -maxdepth 1 -type f \( -iname 'LICEN[CS]E*' -o -iname 'COPYING*' \) | sort | head -n 1)
  kind="none found"
  if [ -n "$file" ]; then
    text=$(tr -s ' \n\t' ' ' <"$file")
    case $text in
      *"Apache License"*) kind="Apache-2.0" ;;
      *"Permission is hereby granted, free of charge"*) kind="MIT" ;;
      *"Redistribution and use in source and binary forms"*"Neither the name"*) kind="BSD-3-Clause" ;;
      *"Redistribution and use in source and binary forms"*) kind="BSD-2-Clause or 3-Clause" ;;
      *"Mozilla Public License"*) kind="MPL-2.0" ;;
      *) kind="not recognised: $file" ;;
    esac
  fi
  case $kind in *"not recognised"* | "none found") unknown=1 ;; esac
  printf '%-46s %-14s %s\n' "$module" "$version" "$kind"
done < <(go list -deps -f '{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}} {{.Dir}}{{end}}{{end}}' ./cmd/kaartenbak | sort -u)
exit $unknown
