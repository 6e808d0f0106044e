import { identifiersOf, parseExpression } from "../../expression/index.js";
import type { Path } from "../path.js";
import { tagsOf } from "../tags.js";
import type { TextAt } from "../texts.js";

/** A variable that an expression reads. */
export interface ExpressionVariable {
  /** As in a simple tag: `tasks.a.outputs.result`, however the expression writes it. */
  readonly name: string;
  /** The expression, with its `{{=` and `}}` where it is a tag. */
  readonly text: string;
}

/** Member paths that are variables of Argo. */
const variable =
  /^(inputs\.(parameters\.[^.]+|artifacts\.[^.]+(\.path)?)|workflow\.parameters\.[^.]+|item(\.[^.]+)?|(tasks|steps)\.[^.]+\.(id|ip|status|exitCode|startedAt|finishedAt|hostNodeName|outputs\.result|outputs\.(parameters|artifacts)\.[^.]+))$/;

const known = new Map<string, readonly string[]>();

/** The variables in the `{{=…}}` of a text, or in the whole text if its field is an expression. */
export function expressionVariables({ text, path }: TextAt): ExpressionVariable[] {
  const tags = text.includes("{{=") ? tagsOf(text).filter(({ kind }) => kind === "expression") : [];
  const sources = tags.map((tag) => ({ source: tag.content, text: tag.text }));
  if (tags.length === 0 && isExpressionField(path)) sources.push({ source: text, text });
  return sources.flatMap(({ source, text: whole }) =>
    variablesOf(source).map((name) => ({ name, text: whole })),
  );
}

function variablesOf(source: string): readonly string[] {
  const found = known.get(source);
  if (found !== undefined) return found;
  const { ast } = parseExpression(source);
  const names = ast === undefined ? [] : identifiersOf(ast).filter((name) => variable.test(name));
  // Most manifests are linted once: the cache is for the many places of one template.
  if (known.size > 1000) known.clear();
  known.set(source, names);
  return names;
}

/** `valueFrom.expression`, `fromExpression`, and `expression` of a hook. */
function isExpressionField(path: Path): boolean {
  const [outer, , field] = path.slice(-3);
  if (field === "fromExpression") return true;
  return field === "expression" && (path.at(-2) === "valueFrom" || outer === "hooks");
}
