import { asDnsLabel, isSubdomain } from "../../kubernetes/name-formats.js";
import { defineRule } from "../../rule.js";

/** Source: k8s.io/apimachinery/pkg/api/validation, NameIsDNSSubdomain, which accepts a name that ends with - as a prefix. */
export const manifestNameRule = defineRule({
  name: "manifest-name",
  severity: "error",
  refusedBy: "API server",
  summary:
    "A manifest has a name or a generateName of lowercase letters, digits, - and ., beginning with a letter or digit.",
  manifest({ metadata, kind }, report) {
    const { name = "", generateName = "" } = metadata;
    if (name === "" && generateName === "") {
      const at = ["metadata"];
      const fix = 'Add "name", or "generateName" for a new name each time.';
      report({ at, message: `This ${kind} has no name.`, fix });
      return;
    }
    if (name !== "" && !isSubdomain(name)) {
      report({ at: ["metadata", "name"], ...problem("name", name) });
    }
    if (generateName !== "" && !isPrefix(generateName)) {
      report({ at: ["metadata", "generateName"], ...problem("generateName", generateName) });
    }
  },
});

function isPrefix(text: string): boolean {
  return text.length > 0 && isSubdomain(`${text.slice(0, 58)}abcde`);
}

function problem(field: string, text: string): { readonly message: string; readonly fix: string } {
  const label = asDnsLabel(text);
  const better = label === undefined ? "" : `, for example "${label}${field === "name" ? "" : "-"}"`;
  return {
    message: `The ${field} ${JSON.stringify(text)} is not accepted by Kubernetes.`,
    fix: `Write lowercase letters, digits, - and ., beginning and ending with a letter or digit${better}.`,
  };
}
