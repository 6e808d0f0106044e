#!/usr/bin/env bash
# Sets the output "ready": whether GitHub can compare the dependencies of BASE and HEAD. If the dependency graph is disabled, the job's
# summary says how to enable it; any other failure fails the job.
set -euo pipefail
path="repos/$GITHUB_REPOSITORY/dependency-graph/compare/$BASE...$HEAD"
if answer=$(gh api --silent "$path" 2>&1); then
  echo "ready=true" >>"$GITHUB_OUTPUT"
elif grep -q "HTTP 40[34]" <<<"$answer"; then
  echo "ready=false" >>"$GITHUB_OUTPUT"
  printf '%s\n' "## Dependencies were not reviewed" "" \
    "This repository has no dependency graph, as forks and private repositories have none at first. Switch it on in Settings, Advanced Security, Dependency graph." >>"$GITHUB_STEP_SUMMARY"
  echo "::notice::Dependencies were not reviewed: the dependency graph is off (Settings, Advanced Security)."
else
  echo "$answer" >&2
  exit 1
fi
