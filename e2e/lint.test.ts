import { writeFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import {
  answersFile,
  type ClusterAnswer,
  type ClusterAnswers,
  readAnswers,
  refusedByCluster,
} from "../packages/argo-lint/test/cluster-answers.js";
import { ruleTables } from "../packages/argo-lint/test/rule-tables.js";
import { workflow } from "../packages/argo-lint/test/table.js";
import { refusal, verdicts } from "./lint/ask-cluster.js";
import { type Kubernetes, kubernetes } from "./lint/kubernetes.js";
import { isAlike, scrubbed } from "./lint/scrubbed.js";
import type { ClusterVerdict } from "./lint/verdict.js";

const { KUBECONFIG: kubeconfig, ARGO_SERVER: server } = process.env;
const isUpdate = process.env.UPDATE_CLUSTER_ANSWERS === "true";
const recorded = readAnswers();
const rows = (await ruleTables()).flatMap((table) =>
  refusedByCluster(table).map(({ title, manifest }) => ({
    rule: table.rule.name,
    title,
    manifest: String(manifest),
    answer: recorded.answers[table.rule.name]?.[title],
  })),
);
type Row = (typeof rows)[number];

if (kubeconfig === undefined || server === undefined) {
  console.log(
    "No cluster: set KUBECONFIG, ARGO_SERVER and, where busybox cannot be fetched, E2E_SHELL_IMAGE.",
  );
}

describe.skipIf(kubeconfig === undefined || server === undefined)("what the linter says of a cluster", () => {
  const found = new Map<Row, ClusterVerdict>();
  let hasFullCrds = false;

  beforeAll(async () => {
    const cluster = kubernetes(kubeconfig ?? "");
    hasFullCrds = (await refusal(cluster, valueThatOnlyFullCrdsRefuse)) !== undefined;
    const open = rows.filter(({ answer }) => byHand(answer) === undefined);
    for (const row of open) {
      const refused = await refusal(cluster, row.manifest);
      if (refused !== undefined) found.set(row, refused);
    }
    const rest = open.filter((row) => !found.has(row) && !isSkipped(row));
    for (const [row, verdict] of await watch(cluster, rest)) found.set(row, verdict);
    if (isUpdate) update(found, hasFullCrds);
  }, 300_000);

  test.for(rows)("$rule: $title is refused", (row, { skip }) => {
    const because = byHand(row.answer) ?? (isSkipped(row) ? "its minimal CRDs accept it" : undefined);
    if (because !== undefined) return skip(because);
    const verdict = found.get(row);
    expect(verdict).toMatchObject({ by: expect.stringMatching(/API server|controller/) });
    // With full CRDs the API server refuses what the controller refuses with minimal ones.
    if (verdict?.by === "nobody" || verdict?.by !== row.answer?.by) return;
    expect(isAlike(verdict?.message ?? "", row.answer?.message ?? ""), verdict?.message).toBe(true);
  });

  function isSkipped({ answer }: Row): boolean {
    return answer?.by === "API server" && answer.fullCrds === true && !hasFullCrds;
  }
});

const valueThatOnlyFullCrdsRefuse = workflow("- name: main\n  suspend: {}", "parallelism: 0");

function byHand(answer: ClusterAnswer | undefined): string | undefined {
  return answer === undefined || answer.by === "API server" ? undefined : answer.byHand;
}

async function watch(
  cluster: Kubernetes,
  asked: readonly Row[],
): Promise<readonly (readonly [Row, ClusterVerdict])[]> {
  const manifests = new Map(asked.map(({ manifest }, i) => [`${i}`, manifest]));
  const pods = { image: process.env.E2E_SHELL_IMAGE ?? "busybox:1.37" };
  const answers = await verdicts(cluster, manifests, pods);
  return asked.flatMap((row, i) => {
    const verdict = answers.get(`${i}`);
    return verdict === undefined ? [] : [[row, verdict] as const];
  });
}

/** Records the answers: run once on a cluster with minimal CRDs, then on one with full CRDs. */
function update(found: ReadonlyMap<Row, ClusterVerdict>, hasFullCrds: boolean): void {
  const answers: Record<string, Record<string, ClusterAnswer>> = {};
  for (const row of rows) {
    const { rule, title, answer: old } = row;
    const verdict = found.get(row);
    const answer = verdict === undefined ? old : (newAnswer(verdict, old, hasFullCrds) ?? old);
    if (answer !== undefined) answers[rule] = { ...answers[rule], [title]: answer };
  }
  const content: ClusterAnswers = { ...recorded, answers };
  writeFileSync(answersFile, `${JSON.stringify(content, undefined, 2)}\n`);
}

function newAnswer(
  verdict: ClusterVerdict,
  old: ClusterAnswer | undefined,
  hasFullCrds: boolean,
): ClusterAnswer | undefined {
  if (verdict.by === "nobody") return undefined;
  if (verdict.by === "controller") return { ...verdict, message: scrubbed(verdict.message) };
  const isRefusedByAll = old !== undefined && !(old.by === "API server" && old.fullCrds === true);
  if (hasFullCrds && isRefusedByAll) return old;
  return {
    ...verdict,
    message: scrubbed(verdict.message),
    ...(hasFullCrds ? { fullCrds: true as const } : {}),
  };
}
