import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import type { Kubernetes } from "./kubernetes.js";
import { collectionOf, manifestsOf, type Pods, watchable } from "./submission.js";
import { type ClusterVerdict, timeouts, verdictOfCronWorkflow, verdictOfWorkflow } from "./verdict.js";

const label = "lint-e2e";

/** The verdict functions, by the collections whose objects the controller processes. */
const judges = { workflows: verdictOfWorkflow, cronworkflows: verdictOfCronWorkflow } as const;
const collections = ["workflows", "cronworkflows", "workflowtemplates", "workfloweventbindings"] as const;

/** Whether the API server refuses a manifest, that is, any of its objects. Creates nothing. */
export async function refusal(cluster: Kubernetes, manifest: string): Promise<ClusterVerdict | undefined> {
  for (const object of manifestsOf(manifest)) {
    const path = `${collectionOf(object, cluster.namespace)}?dryRun=All`;
    const { code, body } = await cluster.call("POST", path, object);
    if (code >= 300) return { by: "API server", code, message: messageOf(body) };
  }
  return undefined;
}

/**
 * Creates manifests directly in Kubernetes, so that the controller is the first component of Argo that sees them, and
 * returns the verdict on each. Deletes what it created.
 */
export async function verdicts(
  cluster: Kubernetes,
  manifests: ReadonlyMap<string, string>,
  pods: Pods,
): Promise<ReadonlyMap<string, ClusterVerdict>> {
  const run = Date.now().toString(36);
  const found = new Map<string, ClusterVerdict>();
  const open = new Map<string, string>();
  try {
    for (const [i, [key, manifest]] of [...manifests].entries()) {
      for (const object of manifestsOf(manifest)) {
        const created = watchable(object, { name: `${run}-${i}`, labels: { [label]: run } }, pods);
        const { code, body } = await cluster.call("POST", collectionOf(created, cluster.namespace), created);
        if (code >= 300) found.set(key, { by: "API server", code, message: messageOf(body) });
        else open.set(`${created.kind} ${nameOf(body)}`, key);
      }
    }
    const begin = Date.now();
    for (let seconds = 0; seconds <= timeouts.end && [...open.values()].some((key) => !found.has(key)); ) {
      await sleep(1000);
      seconds = (Date.now() - begin) / 1000;
      for (const [collection, judge] of Object.entries(judges)) {
        for (const object of await list(cluster, collection, run)) {
          const key = open.get(`${kindOf(collection)} ${nameOf(object)}`);
          const verdict = key === undefined || found.has(key) ? undefined : judge(object, seconds);
          if (key !== undefined && verdict !== undefined) found.set(key, verdict);
        }
      }
    }
    for (const key of manifests.keys()) {
      if (!found.has(key)) found.set(key, { by: "nobody", phase: "created" });
    }
    return found;
  } finally {
    for (const collection of collections) {
      await cluster.call("DELETE", `${pathOf(cluster, collection)}?labelSelector=${label}%3D${run}`);
    }
  }
}

async function list(cluster: Kubernetes, collection: string, run: string): Promise<readonly unknown[]> {
  const { body } = await cluster.call(
    "GET",
    `${pathOf(cluster, collection)}?labelSelector=${label}%3D${run}`,
  );
  return z.looseObject({ items: z.array(z.unknown()) }).parse(body).items;
}

function pathOf(cluster: Kubernetes, collection: string): string {
  return `/apis/argoproj.io/v1alpha1/namespaces/${cluster.namespace}/${collection}`;
}

function kindOf(collection: string): string {
  return collection === "workflows" ? "Workflow" : "CronWorkflow";
}

function nameOf(body: unknown): string {
  return z.looseObject({ metadata: z.looseObject({ name: z.string() }) }).parse(body).metadata.name;
}

function messageOf(body: unknown): string {
  return z.looseObject({ message: z.string() }).parse(body).message;
}
