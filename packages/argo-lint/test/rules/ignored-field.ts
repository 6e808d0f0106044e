import { ignoredField } from "../../src/rules/source/ignored-field.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: ignoredField,
  wrong: [
    {
      title: "a misspelt field inside of a step",
      manifest: workflow(`
        - name: main
          steps:
            - - name: first
                template: print
                arguments:
                  parameters:
                    - name: text
                      value: hello
                      descripton: a greeting
        - name: print
          inputs: {parameters: [{name: text}]}
          container:
            image: busybox:1.37`),
      finds: [
        {
          path: "spec.templates[0].steps[0][0].arguments.parameters[0].descripton",
          message: /silently ignores it.*Did you mean "description"/,
        },
      ],
    },
    {
      title: "a field in other letters, which Argo reads all the same",
      manifest: workflow(`
        - name: main
          steps:
            - - name: first
                template: print
                arguments:
                  parameters:
                    - name: text
                      Value: hello
                      description: a
        - name: print
          inputs: {parameters: [{name: text}]}
          container:
            image: busybox:1.37`),
      finds: [
        {
          path: "spec.templates[0].steps[0][0].arguments.parameters[0].Value",
          message: /Write it as "value"/,
        },
      ],
    },
  ],
  right: [
    {
      title: "fields of a step that are known",
      manifest: workflow(`
        - name: main
          steps:
            - - name: first
                template: print
                arguments:
                  parameters:
                    - name: text
                      value: hello
                      description: a greeting
        - name: print
          inputs: {parameters: [{name: text}]}
          container:
            image: busybox:1.37`),
    },
    {
      title: "a misspelt field of the step itself, which Argo refuses",
      manifest: workflow(`
        - name: main
          steps:
            - - name: first
                template: print
                whenn: 'true'
                arguments:
                  parameters:
                    - name: text
                      value: hello
                      
        - name: print
          inputs: {parameters: [{name: text}]}
          container:
            image: busybox:1.37`),
      argoLint: { accepts: false, because: "it is an unknown field" },
    },
  ],
};
