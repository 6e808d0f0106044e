import { callDisplayName, templateDisplayName } from "./display-name.js";
import type { Manifest } from "./manifest.js";
import type { Path } from "./path.js";

/** Things of one list whose names `argo lint` checks together. */
export interface NamedList {
  /** What each item is: `template`, `input parameter`. */
  readonly thing: string;
  /** Its owner, such as ` of template "main"`; empty for the whole manifest. */
  readonly of: string;
  /** Names of parameters and artifacts may contain `_` and have any length. */
  readonly rule: "field" | "value";
  /** Whether a `{{…}}` in a name is replaced before it is checked. */
  readonly variables: boolean;
  readonly items: readonly { readonly name: string; readonly at: Path }[];
}

/** Source: validateWorkflowFieldNames in validate.go, and where it is called. */
export function* namedLists(manifest: Manifest): Generator<NamedList> {
  const { spec, specPath, templates } = manifest;
  const own = templates.filter(({ holder }) => holder === undefined);
  yield {
    thing: "template",
    of: "",
    rule: "field",
    variables: false,
    items: own.map(({ name, path }) => ({ name, at: path })),
  };
  yield* values(spec.arguments ?? {}, "", [...specPath, "arguments"], "", false);
  for (const node of templates) {
    const { template, path, calls } = node;
    const of = ` of ${templateDisplayName(node)}`;
    yield* values(template.inputs ?? {}, "input ", [...path, "inputs"], of, false);
    yield* values(template.outputs ?? {}, "output ", [...path, "outputs"], of, true);
    for (const kind of ["task", "step"] as const) {
      const items = calls
        .filter((call) => call.kind === kind)
        .map((call) => ({ name: call.name, at: call.path }));
      yield { thing: kind, of, rule: "field", variables: kind === "step", items };
    }
    for (const call of calls) {
      const at = [...call.path, "arguments"];
      yield* values(call.value.arguments ?? {}, "argument for ", at, ` in ${callDisplayName(call)}`, true);
    }
  }
}

interface Values {
  readonly parameters?: readonly { readonly name?: string }[];
  readonly artifacts?: readonly { readonly name?: string }[];
}

function* values(
  { parameters = [], artifacts = [] }: Values,
  what: string,
  at: Path,
  of: string,
  variables: boolean,
): Generator<NamedList> {
  for (const [field, list, thing] of [
    ["parameters", parameters, "parameter"],
    ["artifacts", artifacts, "artifact"],
  ] as const) {
    const items = list.map(({ name = "" }, i) => ({ name, at: [...at, field, i] }));
    yield {
      thing: what.endsWith("for ") ? `${thing} argument` : what + thing,
      of,
      rule: "value",
      variables,
      items,
    };
  }
}
