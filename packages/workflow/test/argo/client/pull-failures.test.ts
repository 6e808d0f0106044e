import { expect, test } from "vitest";
import { PullFailures } from "../../../src/argo/client/pull-failures.js";
import { type ServerWorkflow, workflowSchema } from "../../../src/argo/client/workflow.js";

function workflow(
  nodes: Readonly<Record<string, readonly [phase: string, message?: string]>>,
): ServerWorkflow {
  return workflowSchema.parse({
    metadata: { name: "a" },
    spec: {},
    status: {
      phase: "Running",
      nodes: Object.fromEntries(
        Object.entries(nodes).map(([id, [phase, message]]) => [
          id,
          { id, name: id, displayName: id, type: "Pod", phase, message },
        ]),
      ),
    },
  });
}

test("a pod waits for its image since the first observation, whichever of the two reasons it shows", () => {
  const failures = new PullFailures();
  failures.note(workflow({ b: ["Pending", "ErrImagePull: denied"], c: ["Running"] }), 10);
  failures.note(
    workflow({ b: ["Pending", 'ImagePullBackOff: Back-off pulling image "a:1"'], c: ["Running"] }),
    70,
  );
  expect(failures.longest()).toMatchObject({
    since: 10,
    node: { id: "b", message: 'ImagePullBackOff: Back-off pulling image "a:1"' },
  });
});

test("a successful pull is removed, and the longest of several counts", () => {
  const failures = new PullFailures();
  failures.note(workflow({ b: ["Pending", "ErrImagePull: a"] }), 10);
  failures.note(workflow({ b: ["Pending", "ErrImagePull: a"], c: ["Pending", "InvalidImageName: x"] }), 20);
  expect(failures.longest()?.node.id).toBe("b");
  failures.note(workflow({ b: ["Running"], c: ["Pending", "InvalidImageName: x"] }), 30);
  expect(failures.longest()).toMatchObject({ node: { id: "c" }, since: 20 });
  failures.note(workflow({ b: ["Running"], c: ["Running"] }), 40);
  expect(failures.longest()).toBeUndefined();
});

test.each([
  ["Pending", "Unschedulable: 0/3 nodes are available"],
  ["Pending", "PodInitializing"],
  ["Pending", undefined],
  ["Failed", "ErrImagePull: too late"],
  ["Running", "the text ErrImagePull inside"],
])("%s with %j is not a failed pull", (phase, message) => {
  const failures = new PullFailures();
  failures.note(workflow({ b: message === undefined ? [phase] : [phase, message] }), 10);
  expect(failures.longest()).toBeUndefined();
});
