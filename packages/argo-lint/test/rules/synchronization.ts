import { synchronization } from "../../src/rules/structure/synchronization.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: synchronization,
  wrong: [
    {
      title: "a semaphore without a limit",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          synchronization:
            semaphores:
              - namespace: default`),
      finds: [
        {
          path: "spec.templates[0].synchronization.semaphores[0]",
          message: /neither configMapKeyRef nor database/,
        },
      ],
    },
    {
      title: "a semaphore with two limits",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          synchronization:
            semaphores:
              - configMapKeyRef: {name: limits, key: build}
                database: {key: build}`),
      finds: [
        {
          path: "spec.templates[0].synchronization.semaphores[0]",
          message: /both configMapKeyRef and database/,
        },
      ],
    },
    {
      title: "the same mutex twice",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        synchronization:
          mutexes:
            - name: build
            - name: build`,
      ),
      finds: [{ path: "spec.synchronization.mutexes[1]", message: /twice/ }],
    },
  ],
  right: [
    {
      title: "a semaphore and a mutex",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          synchronization:
            semaphores:
              - configMapKeyRef: {name: limits, key: build}
            mutexes:
              - name: build`),
    },
  ],
};
