import { namedThing } from "../../messages/phrases.js";
import { namedLists } from "../../model/named-lists.js";
import { defineRule } from "../../rule.js";

const maxCharacters = 128;

/** Source: isValidWorkflowFieldName, isValidParamOrArtifactName and isValidStepName in validate.go. */
export const nameSyntax = defineRule({
  name: "name-syntax",
  severity: "error",
  refusedBy: "argo lint",
  summary:
    "Names of templates, tasks and steps have at most 128 letters, digits and -, and do not begin with -. Those of parameters and artifacts may also contain _.",
  manifest(manifest, report) {
    for (const list of namedLists(manifest)) {
      const { rule, variables, items } = list;
      for (const { name, at } of items) {
        if (name === "") continue;
        const plain = variables ? withoutFilledIn(name) : name;
        const words = namedThing(list, name);
        const place = { at: [...at, "name"] };
        if (rule === "value") {
          if (/^[-a-zA-Z0-9_]+$/.test(plain)) continue;
          const fix = `Write only letters, digits, - and _, for example "${better(name, "_")}".`;
          report({ ...place, message: `${words} has a name with a character that Argo refuses.`, fix });
          continue;
        }
        if (!/^[a-zA-Z0-9][-a-zA-Z0-9]*$/.test(plain)) {
          const fix = `Write only letters, digits and -, not beginning with -, for example "${better(name, "-")}".`;
          report({ ...place, message: `${words} has a name with a character that Argo refuses.`, fix });
        }
        const length = Buffer.byteLength(plain);
        if (length <= maxCharacters) continue;
        const message = `The name of a ${list.thing}${list.of} has ${length} characters, more than ${maxCharacters}.`;
        report({ ...place, message, fix: `Shorten it by ${length - maxCharacters}.` });
      }
    }
  },
});

/** A name with "x" for each tag that Argo replaces before it checks the name. */
function withoutFilledIn(name: string): string {
  return name.replace(/\{\{\s*(?:=|inputs\.|workflow\.).*?\}\}/g, "x");
}

function better(name: string, joint: "-" | "_"): string {
  const letters = name.slice(0, maxCharacters).replace(/[^-a-zA-Z0-9_]+/g, joint);
  const plain = (joint === "_" ? letters : letters.replace(/_/g, "-")).replace(/^[-_]+|[-_]+$/g, "");
  return plain === "" ? "my-name" : plain;
}
