import * as z from "zod";

/** What became of a manifest. */
export type ClusterVerdict =
  | { readonly by: "API server"; readonly code: number; readonly message: string }
  | { readonly by: "controller"; readonly phase: string; readonly message: string }
  | { readonly by: "nobody"; readonly phase: string };

const node = z.looseObject({ phase: z.string().optional(), message: z.string().optional() });

const status = z.looseObject({
  phase: z.string().optional(),
  message: z.string().optional(),
  nodes: z.record(z.string(), node).optional(),
  conditions: z
    .array(z.looseObject({ type: z.string(), status: z.string(), message: z.string().optional() }))
    .nullish(),
});

/** What a pod's own failure looks like, and what is said of it above: nobody refused anything then. */
const ownFailure = /\(exit code \d+\)|^child '.*' failed$|^No more retries left$|^retry attempts exceeded$/;

/** Seconds after which a workflow without a phase never gets one, a cron workflow has been due, and nothing runs on. */
export const patience = { phase: 60, cron: 70, end: 200 } as const;

/**
 * How the controller took a workflow that was created some seconds ago.
 *
 * @returns undefined where it is not known yet
 */
export function verdictOfWorkflow(object: unknown, seconds: number): ClusterVerdict | undefined {
  const { phase = "", message = "", nodes = {} } = statusOf(object);
  if (["Failed", "Error"].includes(phase)) {
    const ofNodes = Object.values(nodes)
      .filter((each) => ["Failed", "Error"].includes(each.phase ?? ""))
      .map((each) => each.message ?? "");
    const why = [message, ...ofNodes]
      .filter((text) => text !== "" && !ownFailure.test(text))
      .sort((a, b) => b.length - a.length)[0];
    return why === undefined ? { by: "nobody", phase } : { by: "controller", phase, message: why };
  }
  if (phase === "Succeeded") return { by: "nobody", phase };
  if (phase === "" && seconds > patience.phase) return { by: "controller", phase: "none", message: "" };
  return seconds > patience.end ? { by: "nobody", phase } : undefined;
}

/** How the controller took a cron workflow that is due each minute: its conditions say what is wrong. */
export function verdictOfCronWorkflow(object: unknown, seconds: number): ClusterVerdict | undefined {
  const fault = statusOf(object).conditions?.find((condition) => condition.status === "True");
  if (fault !== undefined) return { by: "controller", phase: fault.type, message: fault.message ?? "" };
  return seconds > patience.cron ? { by: "nobody", phase: "Active" } : undefined;
}

function statusOf(object: unknown): z.infer<typeof status> {
  return z.looseObject({ status: status.default({}) }).parse(object).status;
}
