import type { Rule } from "../src/index.js";

/** A manifest that breaks a rule, and what is found in it. */
export interface WrongManifest {
  /** What is wrong, in a few words: `a field that is misspelt`. */
  readonly title: string;
  readonly manifest: string;
  /** The findings of this rule, all of them, in the order of the lines. */
  readonly finds: readonly { readonly path: string; readonly message: RegExp; readonly line?: number }[];
  /** Where `argo lint` answers otherwise than it does for the rule's other manifests, and why. */
  readonly argoLint?: { readonly accepts: boolean; readonly because: string };
}

/** A manifest in which a rule finds nothing, though it comes near to it. */
export interface RightManifest {
  readonly title: string;
  readonly manifest: string;
  /** Where `argo lint` refuses it for something else, or because it cannot know better: why. */
  readonly argoLint?: { readonly accepts: boolean; readonly because: string };
}

/** The table of a rule: its tests and its documentation are made from it. */
export interface RuleTable {
  readonly rule: Rule;
  readonly wrong: readonly [WrongManifest, ...WrongManifest[]];
  readonly right: readonly [RightManifest, ...RightManifest[]];
}

/** A workflow with these templates, in YAML; each is a list item that begins at the left. The first one is the entrypoint. */
export function workflow(templates: string, spec = ""): string {
  const lines = [
    "apiVersion: argoproj.io/v1alpha1",
    "kind: Workflow",
    "metadata:",
    "  generateName: test-",
    "spec:",
    `  entrypoint: ${/^\s*- name: (\S+)/.exec(templates)?.[1] ?? "main"}`,
    ...indented(spec, 2),
    "  templates:",
    ...indented(templates, 4),
  ];
  return `${lines.join("\n")}\n`;
}

/** A template that prints, to be called where it does not matter what is called. */
export const echo = `- name: echo
  inputs:
    parameters:
      - name: text
        default: hello
  container:
    image: busybox:1.37
    command: [echo, "{{inputs.parameters.text}}"]`;

function indented(text: string, by: number): string[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const least = Math.min(...lines.map((line) => line.length - line.trimStart().length));
  return lines.map((line) => " ".repeat(by) + line.slice(least));
}
