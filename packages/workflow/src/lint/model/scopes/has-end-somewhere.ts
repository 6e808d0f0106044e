/** The fields of a task and a step in the order in which Argo writes them down. */
const order = [
  "name",
  "template",
  "inline",
  "arguments",
  "templateRef",
  "dependencies",
  "withItems",
  "withParam",
  "withSequence",
  "when",
  "continueOn",
  "onExit",
  "hooks",
  "depends",
];

/**
 * Whether a `}}` follows the last `{{` of a task, a step or outputs when Argo writes them as JSON, if only one that closes
 * two objects. Argo takes that for the end of the tag, and refuses a tag that has none at all.
 */
export function hasEndSomewhere(value: object): boolean {
  const entries = Object.entries(value).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  // Those are filled in before Argo looks for tags that are left.
  const json = JSON.stringify(Object.fromEntries(entries)).replace(
    /\{\{\s*(?:inputs|workflow)\.[^{}]*\}\}/g,
    "x",
  );
  return json.includes("}}", json.lastIndexOf("{{"));
}
