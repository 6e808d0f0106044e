import { argoPackage, kubernetesPackage } from "./published-schema.js";

/**
 * A short name for each full name: `Container` for `io.k8s.api.core.v1.Container`.
 * If both Argo and Kubernetes have a name, Argo's keeps it and the other becomes `KubernetesHTTPHeader`.
 */
export function shortNames(fullNames: readonly string[]): ReadonlyMap<string, string> {
  const argoNames = new Set(fullNames.filter((name) => name.startsWith(argoPackage)).map(lastPart));
  const names = new Map<string, string>();
  for (const fullName of fullNames) {
    const short = lastPart(fullName);
    const clashes = fullName.startsWith(kubernetesPackage) && argoNames.has(short);
    names.set(fullName, clashes ? `Kubernetes${short}` : short);
  }
  if (new Set(names.values()).size < names.size) {
    throw new Error("Two definitions of Argo's schema get the same short name: extend shortNames.");
  }
  return names;
}

function lastPart(fullName: string): string {
  return fullName.slice(fullName.lastIndexOf(".") + 1);
}
