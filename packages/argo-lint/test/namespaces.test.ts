import { expect, test } from "vitest";
import { type LintSource, lintSources } from "../src/index.js";

/** Errors and warnings, one a line: `dev/workflow.yaml missing-input spec.templates[0].…`. */
function findingsOf(...sources: readonly LintSource[]): string[] {
  return lintSources(sources)
    .filter(({ severity }) => severity !== "note")
    .map(({ file, rule, path }) => `${file} ${rule} ${path}`);
}

/** A WorkflowTemplate `train`, whose input has a default or has to be given. */
function template(namespace: string, needsInput: boolean): LintSource {
  return {
    file: `${namespace}/template.yaml`,
    content: `apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata:
  name: train${namespaceLine(namespace)}
spec:
  templates:
    - name: fit
      inputs:
        parameters:
          - name: rate${needsInput ? "" : "\n            default: 1"}
      container:
        image: busybox:1.37
        command: [echo, "{{inputs.parameters.rate}}"]
`,
  };
}

/** A Workflow whose only step calls the template `fit` of `name` without arguments. */
function workflow(namespace: string, name = "train", clusterScope = false): LintSource {
  return {
    file: `${namespace}/workflow.yaml`,
    content: `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: test-${namespaceLine(namespace)}
spec:
  entrypoint: main
  templates:
    - name: main
      steps:
        - - name: fit
            templateRef: {name: ${name}, template: fit, clusterScope: ${clusterScope}}
`,
  };
}

function namespaceLine(namespace: string): string {
  return namespace === "" ? "" : `\n  namespace: ${namespace}`;
}

/** A ClusterWorkflowTemplate whose template `fit` calls `fit` of the WorkflowTemplate `train` without arguments. */
const shared: LintSource = {
  file: "shared.yaml",
  content: `apiVersion: argoproj.io/v1alpha1
kind: ClusterWorkflowTemplate
metadata:
  name: shared
spec:
  templates:
    - name: fit
      steps:
        - - name: inner
            templateRef: {name: train, template: fit}
`,
};

const step = "spec.templates[0].steps[0][0]";
const dev = [template("dev", false), workflow("dev")];
const prod = [template("prod", true), workflow("prod")];

test("two folders with templates of one name in two namespaces have the same findings alone and together", () => {
  expect(findingsOf(...dev)).toEqual([]);
  expect(findingsOf(...prod)).toEqual([`prod/workflow.yaml missing-input ${step}.template`]);
  expect(findingsOf(...dev, ...prod)).toEqual([`prod/workflow.yaml missing-input ${step}.template`]);
  expect(findingsOf(...prod, ...dev)).toEqual([`prod/workflow.yaml missing-input ${step}.template`]);
});

test.each([
  ["the workflow", template("dev", true), workflow("")],
  ["the template", template("", true), workflow("dev")],
])(
  "where only %s has no namespace, the template is not found, and nothing is said about its inputs",
  (...row) => {
    const [, called, caller] = row;
    expect(findingsOf(called, caller)).toEqual([
      `${caller.file} template-elsewhere ${step}.templateRef.name`,
    ]);
  },
);

test("a workflow without a namespace calls the template without one, even if a namespace has one of that name", () => {
  expect(findingsOf(template("dev", false), template("", true), workflow(""))).toEqual([
    `/workflow.yaml missing-input ${step}.template`,
  ]);
});

test("a template that has only a generateName is not found by any reference", () => {
  const generated = template("", true);
  const content = String(generated.content).replace("name: train", "generateName: train");
  expect(findingsOf({ ...generated, content }, workflow(""))).toEqual([
    `/workflow.yaml template-elsewhere ${step}.templateRef.name`,
  ]);
});

test("a reference without a name does not find a template without one", () => {
  const generated = template("", true);
  const content = String(generated.content).replace("name: train", "generateName: train");
  const caller: LintSource = {
    file: "caller.yaml",
    content: `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: test-
spec:
  workflowTemplateRef: {}
`,
  };
  expect(findingsOf({ ...generated, content }, caller)).toEqual([
    "caller.yaml template-elsewhere spec.workflowTemplateRef",
  ]);
});

test("a ClusterWorkflowTemplate is found from every namespace", () => {
  const callers = [workflow("dev", "shared", true), workflow("prod", "shared", true)];
  expect(findingsOf(shared, template("", false), ...callers)).toEqual([]);
});

test("what a ClusterWorkflowTemplate calls is checked where one namespace has a template of that name", () => {
  expect(findingsOf(shared, template("dev", true))).toEqual([`shared.yaml missing-input ${step}.template`]);
  expect(findingsOf(shared, template("dev", false))).toEqual([]);
});

test.each([
  ["first", [template("dev", true), template("prod", false)]],
  ["last", [template("prod", false), template("dev", true)]],
])(
  "what a ClusterWorkflowTemplate calls is left open where several namespaces have one: the needy one %s",
  (_, two) => {
    expect(findingsOf(shared, ...two)).toEqual([]);
  },
);
