import { podGc } from "../../src/rules/structure/pod-gc.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: podGc,
  wrong: [
    {
      title: "a strategy that is not known",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        podGC:
          strategy: OnPodSucess`,
      ),
      finds: [{ path: "spec.podGC.strategy", message: /Did you mean "OnPodSuccess"/ }],
    },
    {
      title: "a label that no pod can have",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        podGC:
          labelSelector:
            matchLabels:
              team: "a b"`,
      ),
      finds: [{ path: "spec.podGC.labelSelector.matchLabels.team", message: /"team: a b"/ }],
    },
    {
      title: "an expression without an operator",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        podGC:
          labelSelector:
            matchExpressions:
              - {key: team}`,
      ),
      finds: [{ path: "spec.podGC.labelSelector.matchExpressions[0]", message: /operator ""/ }],
    },
    {
      title: "a list without values",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        podGC:
          labelSelector:
            matchExpressions:
              - {key: team, operator: In}`,
      ),
      finds: [{ path: "spec.podGC.labelSelector.matchExpressions[0]", message: /no values/ }],
    },
    {
      title: "values where there are none",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        podGC:
          labelSelector:
            matchExpressions:
              - {key: team, operator: Exists, values: [a]}`,
      ),
      finds: [{ path: "spec.podGC.labelSelector.matchExpressions[0]", message: /Exists does not take/ }],
    },
    {
      title: "a key and a value that a label cannot have",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        podGC:
          labelSelector:
            matchExpressions:
              - {key: "a b", operator: Exists}
              - {key: team, operator: NotIn, values: ["a b"]}`,
      ),
      finds: [
        { path: "spec.podGC.labelSelector.matchExpressions[0]", message: /a key that no label/ },
        { path: "spec.podGC.labelSelector.matchExpressions[1]", message: /a value that no label/ },
      ],
    },
  ],
  right: [
    {
      title: "a strategy and a selector",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        podGC:
          strategy: OnPodSuccess
          labelSelector:
            matchLabels:
              example.com/team: a.b
            matchExpressions:
              - {key: keep, operator: DoesNotExist}`,
      ),
    },
  ],
};
