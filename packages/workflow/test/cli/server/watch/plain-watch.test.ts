import { expect, test } from "vitest";
import { workflowSchema } from "../../../../src/argo/client/workflow.js";
import { plainWatch } from "../../../../src/cli/server/watch/plain-watch.js";

function at(phase: string, nodes: Readonly<Record<string, object>>): ReturnType<typeof workflowSchema.parse> {
  const whole = Object.entries(nodes).map(([id, node]) => [id, { id, name: id, displayName: id, ...node }]);
  return workflowSchema.parse({
    metadata: { name: "train", creationTimestamp: "2026-03-01T12:00:00Z" },
    spec: {},
    status: { phase, nodes: Object.fromEntries(whole) },
  });
}

test("reports the start and end of each node once, and the workflow's status", () => {
  const lines: string[] = [];
  const tell = plainWatch(
    () => true,
    (line) => lines.push(line),
  );
  const times = { startedAt: "2026-03-01T12:00:00Z", finishedAt: "2026-03-01T12:00:07Z" };
  const fit = { type: "Pod", phase: "Running", startedAt: times.startedAt };
  tell(at("Running", { train: { type: "DAG", phase: "Running" }, fit }));
  tell(at("Running", { train: { type: "DAG", phase: "Running" }, fit }));
  tell(
    at("Running", {
      fit: { type: "Pod", phase: "Failed", message: "exit code 3", ...times },
      ask: { type: "Suspend", phase: "Running", startedAt: "2026-03-01T12:00:08Z" },
    }),
  );
  tell(at("Failed", {}));
  expect(lines).toEqual([
    "● fit Running",
    "train Running",
    "✖ fit Failed 7s exit code 3",
    "ǁ ask waits for resume",
    "train Running (Suspended)",
    "train Failed",
  ]);
});
