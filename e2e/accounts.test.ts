import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const folder = join(import.meta.dirname, "..", "docs", "how-to", "cluster");
const namespace = `accounts-${process.pid}`;
const hasCluster = process.env.KUBECONFIG !== undefined && kubectl("version").status === 0;

if (!hasCluster)
  console.log("No accounts are looked at: set KUBECONFIG to a cluster with Argo, and install kubectl.");

/** `submitter` is for people who use every command, `github-release` for a release, `default` for pods. */
const may: readonly (readonly [account: string, verb: string, what: string, why: string])[] = [
  ["submitter", "create", "workflows.argoproj.io", "submit, resubmit"],
  ["submitter", "list", "workflows.argoproj.io", "list, @latest"],
  ["submitter", "get", "workflows.argoproj.io", "get"],
  ["submitter", "watch", "workflows.argoproj.io", "watch"],
  ["submitter", "update", "workflows.argoproj.io", "resume, stop, suspend, retry"],
  ["submitter", "patch", "workflows.argoproj.io", "resume, stop, suspend, terminate"],
  ["submitter", "delete", "workflows.argoproj.io", "delete"],
  ["submitter", "get", "pods/log", "logs"],
  ["submitter", "delete", "pods", "retry"],
  ["submitter", "get", "secrets/s3-credentials", "cp"],
  ["submitter", "create", "workflowtemplates.argoproj.io", "template create"],
  ["submitter", "update", "workflowtemplates.argoproj.io", "template update"],
  ["submitter", "delete", "workflowtemplates.argoproj.io", "argo template delete"],
  ["submitter", "create", "cronworkflows.argoproj.io", "cron create"],
  ["submitter", "update", "cronworkflows.argoproj.io", "cron suspend"],
  ["submitter", "delete", "cronworkflows.argoproj.io", "argo cron delete"],
  ["github-release", "create", "workflows.argoproj.io", "submit"],
  ["github-release", "watch", "workflows.argoproj.io", "watch"],
  ["github-release", "patch", "workflows.argoproj.io", "stop"],
  ["github-release", "get", "secrets/s3-credentials", "cp"],
  ["default", "create", "workflowtaskresults.argoproj.io", "to report what a pod put out"],
  ["default", "patch", "workflowtaskresults.argoproj.io", "to report it again"],
];
const mayNot: readonly (readonly [account: string, verb: string, what: string])[] = [
  ["submitter", "create", "pods"],
  ["submitter", "create", "pods/exec"],
  ["submitter", "list", "secrets"],
  ["submitter", "get", "secrets/another"],
  ["submitter", "create", "rolebindings.rbac.authorization.k8s.io"],
  ["submitter", "create", "serviceaccounts/token"],
  ["github-release", "delete", "workflows.argoproj.io"],
  ["github-release", "update", "workflows.argoproj.io"],
  ["github-release", "create", "workflowtemplates.argoproj.io"],
  ["github-release", "get", "pods/log"],
  ["github-release", "get", "secrets/another"],
  ["default", "get", "secrets/s3-credentials"],
  ["default", "create", "workflows.argoproj.io"],
  ["default", "get", "workflowtaskresults.argoproj.io"],
];

describe.skipIf(!hasCluster)("the accounts that the pages make", () => {
  beforeAll(() => {
    expect(kubectl("create", "namespace", namespace)).toMatchObject({ status: 0 });
    for (const file of ["accounts.yaml", "github.yaml"])
      expect(kubectl("apply", "--namespace", namespace, "--filename", join(folder, file))).toMatchObject({
        status: 0,
      });
  });
  afterAll(() => {
    kubectl("delete", "namespace", namespace, "--wait=false");
  });

  test.each(may)(
    "%s may %s %s: %s",
    async (account, verb, what) => {
      await expect.poll(() => allowed(account, verb, what), { timeout: 10_000 }).toBe("yes");
    },
    15_000,
  );

  test.each(mayNot)("%s may not %s %s", (account, verb, what) => {
    expect(allowed(account, verb, what)).toBe("no");
  });

  test("no account has a right in another namespace", () => {
    for (const account of ["submitter", "github-release", "default"])
      expect(allowed(account, "list", "workflows.argoproj.io", "default"), account).toBe("no");
  });

  test("Kubernetes fills in the token of a release", async () => {
    const token = () =>
      kubectl(
        "get",
        "secret",
        "github-release-token",
        "--namespace",
        namespace,
        "--output",
        "jsonpath={.data.token}",
      );
    await expect.poll(() => token().stdout, { timeout: 20_000 }).toMatch(/^[\w+/=]{100,}$/);
  }, 30_000);

  test("the cluster would take the store as it is", () => {
    const given = ["--namespace", namespace, "--filename", join(folder, "store.yaml")];
    expect(kubectl("apply", "--dry-run=server", ...given)).toMatchObject({ status: 0, stderr: "" });
  });
});

/** Kubernetes' answer to the question whether an account of the namespace may do something: yes or no. */
function allowed(account: string, verb: string, what: string, where = namespace): string {
  const [resource = "", name = ""] = what.split("/");
  const isName = resource === "secrets" && name !== "";
  const object = isName || name === "" ? [what] : [resource, "--subresource", name];
  const as = `system:serviceaccount:${namespace}:${account}`;
  return kubectl("auth", "can-i", verb, ...object, "--as", as, "--namespace", where).stdout.trim();
}

function kubectl(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync("kubectl", args, { encoding: "utf8", timeout: 30_000 });
  return { status, stdout: stdout ?? "", stderr: stderr ?? "" };
}
