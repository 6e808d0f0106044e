import { execFileSync } from "node:child_process";

/**
 * Grants the account of a token the right to delete pods, which Argo needs for retries. Needs KUBECONFIG and kubectl.
 * @returns a function that revokes it
 */
export function allowRetry(token: string, namespace: string): () => void {
  const [, claims = ""] = token.replace(/^Bearer /, "").split(".");
  const { sub } = JSON.parse(Buffer.from(claims, "base64url").toString());
  const rbac = "rbac.authorization.k8s.io";
  const metadata = { name: "e2e-retry", namespace };
  const rules = [{ apiGroups: [""], resources: ["pods"], verbs: ["delete"] }];
  const items = [
    { apiVersion: `${rbac}/v1`, kind: "Role", metadata, rules },
    {
      apiVersion: `${rbac}/v1`,
      kind: "RoleBinding",
      metadata,
      roleRef: { apiGroup: rbac, kind: "Role", name: metadata.name },
      subjects: [{ apiGroup: rbac, kind: "User", name: String(sub) }],
    },
  ];
  const input = JSON.stringify({ apiVersion: "v1", kind: "List", items });
  const kubectl = (verb: string): void => {
    execFileSync("kubectl", [verb, "-f", "-"], { input, stdio: ["pipe", "ignore", "inherit"] });
  };
  kubectl("apply");
  return () => kubectl("delete");
}
