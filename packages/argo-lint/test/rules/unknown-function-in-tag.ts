import { unknownFunctionInTag } from "../../src/rules/expressions/unknown-function-in-tag.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: unknownFunctionInTag,
  wrong: [
    {
      title: "a function that is misspelt",
      manifest: workflow(`
- name: main
  inputs: { parameters: [{ name: x, value: '[1]' }] }
  container:
    image: busybox:1.37
    command:
      - echo
      - "{{=fromJson(inputs.parameters.x)[0]}}"`),
      finds: [
        { path: "spec.templates[0].container.command[1]", message: /fromJson\(…\).*Did you mean "fromJSON"/ },
      ],
    },
    {
      title: "a function of sprig without its name before it",
      manifest: workflow(`
- name: main
  inputs: { parameters: [{ name: x, value: '[1]' }] }
  container:
    image: busybox:1.37
    command:
      - echo
      - "{{=b64enc(inputs.parameters.x)}}"`),
      finds: [{ path: "spec.templates[0].container.command[1]", message: /Did you mean "sprig\.b64enc"/ }],
    },
    {
      title: "a function of sprig that Argo removes",
      manifest: workflow(`
- name: main
  inputs: { parameters: [{ name: x, value: '[1]' }] }
  container:
    image: busybox:1.37
    command:
      - echo
      - "{{=sprig.env('HOME')}}"`),
      finds: [{ path: "spec.templates[0].container.command[1]", message: /sprig\.env/ }],
    },
    {
      title: "a name in a closure that does not exist",
      manifest: workflow(`
- name: main
  inputs: { parameters: [{ name: x, value: '[1]' }] }
  container:
    image: busybox:1.37
    command:
      - echo
      - "{{=map([1], #item)}}"`),
      finds: [{ path: "spec.templates[0].container.command[1]", message: /not #item/ }],
    },
  ],
  right: [
    {
      title: "functions of expr, Argo and sprig",
      manifest: workflow(`
- name: main
  inputs: { parameters: [{ name: x, value: '[1]' }] }
  container:
    image: busybox:1.37
    command:
      - echo
      - "{{=toJson(asInt(sprig.trim(inputs.parameters.x) | trim('[')))}}"`),
    },
  ],
};
