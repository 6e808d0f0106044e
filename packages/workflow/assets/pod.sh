#!/usr/bin/env bash
# pod.sh TOOL IMAGE COMMAND...: runs a command in an image as a pod does. The current folder contains what Argo's executor
# provides: `script` (the parameters), `tmp/` (the volume at /tmp with the inputs) and `run/` (progress).
# The root file system is read-only, the user is 1000 (docker and podman: the caller, unless that is root), without
# capabilities or network. CONTAINER_NAME names the container.
set -euo pipefail

tool=$1 image=$2
shift 2
staged=/argo/staging/script
command=()
while [ $# -gt 0 ]; do
  case $1 in
    --inputs | --outputs) shift ;; # in a pod, the program uses its default folders
    "$PWD/script") command+=("$staged") ;;
    *) command+=("$1") ;;
  esac
  shift
done
mkdir -p tmp run
touch script
chmod -R a+rwX tmp run
variables=(ARGO_PROGRESS_FILE=/var/run/argo/progress)
[ -z "${NODE_OPTIONS:-}" ] || variables+=("NODE_OPTIONS=$NODE_OPTIONS")
[ -z "${STEP_RETRIES:-}" ] || variables+=("STEP_RETRIES=$STEP_RETRIES")
name=${CONTAINER_NAME:-pod-$$}

if [ "$tool" != buildah ]; then
  user=(--user 1000:1000)
  # What a step writes then belongs to the caller, who can remove it.
  [ "$(id -u)" = 0 ] || user=(--user "$(id -u):$(id -g)")
  [ "$(id -u)" = 0 ] || [ "$tool" != podman ] || user+=(--userns keep-id)
  exec "$tool" run --rm --name "$name" --read-only "${user[@]}" --cap-drop ALL --security-opt no-new-privileges --network none \
    --volume "$PWD/script:$staged:ro" --volume "$PWD/tmp:/tmp" --volume "$PWD/run:/var/run/argo" \
    "${variables[@]/#/--env=}" --entrypoint "${command[0]}" "$image" "${command[@]:1}"
fi

container=$(buildah from --pull-never --name "$name" "$image")
trap 'buildah umount "$container" >/dev/null; buildah rm "$container" >/dev/null' EXIT
root=$(buildah mount "$container")
mkdir -p "$root/argo/staging" "$root/var/run/argo" "$root/proc" "$root/dev"
touch "$root$staged"
export root staged PWD
# shellcheck disable=SC2016
unshare --mount --net --fork --pid --propagation private bash -euc '
  mount --bind "$root" "$root"
  mount --bind "$PWD/script" "$root$staged"
  mount --bind "$PWD/tmp" "$root/tmp"
  mount --bind "$PWD/run" "$root/var/run/argo"
  mount --rbind /dev "$root/dev"
  mount -t proc proc "$root/proc"
  mount -o remount,bind,ro "$root$staged"
  mount -o remount,bind,ro "$root"
  exec setpriv --no-new-privs chroot --userspec=1000:1000 --groups="" "$root" /usr/bin/env -i -C /app "$@"
' pod PATH=/usr/local/bin:/usr/bin:/bin HOME=/ NODE_ENV=production "${variables[@]}" "${command[@]}"
