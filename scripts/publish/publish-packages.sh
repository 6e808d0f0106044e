#!/usr/bin/env bash
# Publishes packages to npm, in the given order. A version that is already published is skipped, so that a failed run can be
# repeated.
# Usage: publish-packages.sh [--dry-run] TARBALL...
# --dry-run: publishes nothing, and looks up nothing: npm reads the packages as it would to publish them.
set -euo pipefail

dry_run=
if [ "${1:-}" = --dry-run ]; then
  dry_run=true
  shift
fi
if [ $# = 0 ]; then
  echo "No tarball is given. Usage: publish-packages.sh [--dry-run] TARBALL..." >&2
  exit 2
fi
for tarball in "$@"; do
  if [ ! -f "$tarball" ]; then
    echo "$tarball does not exist. Expected a tarball of: npm run pack" >&2
    exit 2
  fi
done

# An older npm asks for a token instead of the job's identity, which ends in a 404.
if [ -n "${ACTIONS_ID_TOKEN_REQUEST_URL:-}" ] && ! printf '11.5.1\n%s\n' "$(npm --version)" | sort -VC; then
  echo "npm is $(npm --version). Trusted publishing needs 11.5.1 or later: use a later Node in .node-version." >&2
  exit 1
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# field TARBALL NAME: a field of the package.json in a tarball.
field() {
  tar -xOf "$1" package/package.json | node -p "JSON.parse(require('fs').readFileSync(0, 'utf8'))['$2']"
}

# integrity_of PACKAGE@VERSION: the digest of the published package; nothing if that version is not published.
integrity_of() {
  if npm view "$1" dist.integrity 2>"$scratch/errors"; then return; fi
  if ! grep -q E404 "$scratch/errors"; then
    cat "$scratch/errors" >&2
    return 1
  fi
}

for tarball in "$@"; do
  path=$(realpath "$tarball")
  if [ -n "$dry_run" ]; then
    # --force: also a version that is already published, as between two releases.
    npm publish "$path" --access public --dry-run --force
    continue
  fi
  version=$(field "$tarball" version)
  package=$(field "$tarball" name)@$version
  published=$(integrity_of "$package")
  if [ -n "$published" ]; then
    own=sha512-$(openssl dgst -sha512 -binary "$tarball" | openssl base64 -A)
    if [ "$published" = "$own" ]; then
      echo "$package is already published: skipped."
    else
      echo "::warning::$package is already published, with other bytes ($published, not $own): skipped."
    fi
    continue
  fi
  # npm refuses to publish a prerelease as the latest version.
  tag=()
  [[ $version != *-* ]] || tag=(--tag next)
  npm publish "$path" --access public "${tag[@]}"
done
