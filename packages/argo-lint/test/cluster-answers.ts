import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import type { RuleTable, WrongManifest } from "./table.js";

/** Where the answers are kept that a real cluster gave. `npm run e2e` compares them with those of its cluster. */
export const answersFile = join(import.meta.dirname, "cluster-answers.json");

/** Why `npm run e2e` does not ask for it again. */
const byHand = z.string().optional();

const answer = z.discriminatedUnion("by", [
  z.strictObject({
    by: z.literal("API server"),
    /** The code of HTTP. */
    code: z.int(),
    message: z.string(),
    /** Whether Argo's minimal CRDs accept it. */
    fullCrds: z.literal(true).optional(),
  }),
  z.strictObject({
    by: z.literal("controller"),
    /** Of the workflow, or of the cron workflow's condition; "none" where the workflow never gets one. */
    phase: z.string(),
    message: z.string(),
    byHand,
  }),
  z.strictObject({
    by: z.literal("Argo server"),
    code: z.int(),
    message: z.string(),
    byHand,
  }),
]);

const answers = z.strictObject({
  argo: z.string(),
  kubernetes: z.string(),
  /** By the rule's name and the manifest's title. */
  answers: z.record(z.string(), z.record(z.string(), answer)),
});

/** How a cluster refused a manifest. */
export type ClusterAnswer = z.infer<typeof answer>;

export type ClusterAnswers = z.infer<typeof answers>;

export function readAnswers(): ClusterAnswers {
  return answers.parse(JSON.parse(readFileSync(answersFile, "utf8")));
}

/** The wrong manifests of a table that `argo lint` accepts and a cluster is said to refuse. */
export function refusedByCluster({ rule, wrong }: RuleTable): readonly WrongManifest[] {
  if (rule.severity !== "error") return [];
  return rule.refusedBy === "argo lint" ? wrong.filter(({ argoLint }) => argoLint?.accepts === true) : wrong;
}
