import type { CalledTemplate, Manifest } from "../../model/manifest.js";
import type { Path } from "../../model/path.js";
import { hasTag } from "../../model/tags.js";
import { namesOfTemplates } from "../../model/template-source.js";
import { defineRule, type Reporter } from "../../rule.js";
import { didYouMean } from "../../text/did-you-mean.js";

export const unknownHookTemplate = defineRule({
  name: "unknown-hook-template",
  severity: "error",
  refusedBy: "controller",
  summary:
    "A hook names an existing template. Argo looks for it when the hook runs, and ends the workflow with an error if it is missing.",
  manifest(manifest, report) {
    for (const [name, hook] of Object.entries(manifest.spec.hooks ?? {})) {
      check(manifest, hook ?? {}, [...manifest.specPath, "hooks", name], report);
    }
  },
  call({ value, path, caller }, report) {
    for (const [name, hook] of Object.entries(value.hooks ?? {})) {
      check(caller.manifest, hook ?? {}, [...path, "hooks", name], report);
    }
  },
});

function check(manifest: Manifest, hook: CalledTemplate, at: Path, report: Reporter): void {
  const { template, templateRef: ref } = hook;
  const name = (ref === undefined ? template : ref.template) ?? "";
  const found = manifest.lookup.sourceOfCalled(hook, manifest);
  if (found === undefined || hasTag(name) || namesOfTemplates(found).has(name)) return;
  const hookName = String(at.at(-1));
  report({
    at: name === "" ? at : [...at, ...(ref === undefined ? [] : ["templateRef"]), "template"],
    message:
      name === ""
        ? `The hook "${hookName}" does not say which template it runs.`
        : `The hook "${hookName}" runs "${name}", which is not a known template.`,
    fix: `Set template to the name of a template.${didYouMean(name, namesOfTemplates(found))}`,
  });
}
