#!/usr/bin/env bash
# on-kind.sh COMMAND...: makes a cluster with kind, Argo Workflows and S3, and runs a command with the variables that
# `npm run e2e` reads. Needs docker, kind, kubectl and gh. The cluster is removed at the end.
set -euo pipefail
cd "$(dirname "$0")/.."
argo=v4.0.7
scratch=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; kind delete cluster --name pipeline; rm -rf "$scratch"' EXIT

kind create cluster --name pipeline --wait 120s
export KUBECONFIG=${KUBECONFIG:-$HOME/.kube/config}
kubectl create namespace argo
kubectl apply --server-side --namespace argo \
  --filename "https://github.com/argoproj/argo-workflows/releases/download/$argo/install.yaml"
kubectl apply --namespace argo --filename docs/how-to/cluster/store.yaml --filename docs/how-to/cluster/accounts.yaml
kubectl --namespace argo rollout restart deployment workflow-controller
kubectl --namespace argo rollout status deployment --timeout 300s
docker pull --quiet "$E2E_SHELL_IMAGE"
kind load docker-image --name pipeline "$E2E_IMAGE" "$E2E_SHELL_IMAGE"
gh release download "$argo" --repo argoproj/argo-workflows --pattern argo-linux-amd64.gz --dir "$scratch"
gunzip "$scratch/argo-linux-amd64.gz"
chmod +x "$scratch/argo-linux-amd64"

kubectl --namespace argo port-forward service/argo-server 2746:2746 >/dev/null &
kubectl --namespace argo port-forward service/s3 9000:9000 >/dev/null &
timeout 60 bash -c 'until : 2>/dev/null </dev/tcp/127.0.0.1/2746 && : 2>/dev/null </dev/tcp/127.0.0.1/9000; do sleep 1; done'

ARGO_TOKEN="Bearer $(kubectl --namespace argo create token submitter --duration 2h)"
export ARGO_TOKEN ARGO_SERVER=127.0.0.1:2746 ARGO_NAMESPACE=argo ARGO_INSECURE_SKIP_VERIFY=true
export ARGO_CLI=$scratch/argo-linux-amd64
export S3_ENDPOINT=http://127.0.0.1:9000 S3_BUCKET=artifacts AWS_REGION=us-east-1
export AWS_ACCESS_KEY_ID=laptop AWS_SECRET_ACCESS_KEY=only-for-a-laptop
"$@"
