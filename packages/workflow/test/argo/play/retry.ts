import { evaluate } from "./expression/evaluate.js";
import type { RetryStrategy, Template } from "./manifest.js";
import type { NodeResult } from "./node.js";
import type { Play } from "./play.js";
import { podNameOf } from "./pod-name.js";
import { substituteInputs } from "./process-arguments.js";
import { nested } from "./scope.js";
import { runScriptPod } from "./script-pod.js";

/** Runs a pod with its retryStrategy, without delays between attempts. */
export async function runRetried(
  play: Play,
  nodeName: string,
  template: Template,
  readsResult: boolean,
  local: Readonly<Record<string, string>>,
): Promise<NodeResult> {
  const strategy = template.retryStrategy ?? {};
  for (let retries = 0; ; retries++) {
    const attemptName = `${nodeName}(${retries})`;
    const params = {
      ...local,
      "pod.name": podNameOf(play, attemptName, template.name),
      retries: String(retries),
    };
    const attempt = await runScriptPod(
      play,
      attemptName,
      substituteInputs(template, play, params),
      readsResult,
    );
    play.nodes.push({
      name: attemptName,
      type: "Pod",
      template: template.name,
      phase: attempt.phase,
      ...(attempt.message === undefined ? {} : { message: attempt.message }),
    });
    if (attempt.phase === "Succeeded") return attempt;
    const reason = reasonToStop(strategy, attempt, retries + 1);
    if (reason !== undefined) return { ...attempt, message: reason };
  }
}

function reasonToStop(strategy: RetryStrategy, last: NodeResult, attempts: number): string | undefined {
  // Without a policy only the expression decides, as with Always.
  const policy = strategy.retryPolicy ?? (strategy.expression === undefined ? "OnFailure" : "Always");
  if (policy === "OnFailure" && last.phase === "Error") return last.message ?? "";
  if (policy === "OnError" && last.phase === "Failed") return last.message ?? "";
  if (strategy.limit !== undefined && attempts > Number(strategy.limit)) return "No more retries left";
  if (strategy.expression === undefined) return undefined;
  const again = evaluate(
    strategy.expression,
    nested({
      retries: String(attempts - 1),
      "lastRetry.exitCode": String(last.exitCode ?? -1),
      "lastRetry.status": last.phase,
      "lastRetry.message": last.message ?? "",
    }),
  );
  return again === true ? undefined : "retryStrategy.expression evaluated to false";
}
