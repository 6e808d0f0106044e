/** Python's \w with `.`, `-`, `/` and space: what every version of MLflow accepts on every platform. */
const unaccepted = /[^\p{L}\p{N}_./ -]/gu;

/** In code points. */
const maxLength = 250;

/**
 * The names of parameters or metrics as MLflow accepts them, by the names here. They differ from each other; a name that is
 * accepted stays.
 * @see https://mlflow.org/docs/latest/api_reference/python_api/mlflow.html#mlflow.log_metric
 */
export function mlflowNames(names: readonly string[]): ReadonlyMap<string, string> {
  const used = new Set(names.filter((name) => acceptedName(name) === name));
  const renamed = names.map((name): [string, string] => {
    if (used.has(name)) return [name, name];
    const free = freeName(acceptedName(name), used);
    used.add(free);
    return [name, free];
  });
  return new Map(renamed);
}

function acceptedName(name: string): string {
  const spelled = firstCharacters(name.replaceAll(unaccepted, "_"), maxLength);
  if (isPath(spelled)) return spelled;
  const flat = spelled.replaceAll("/", "_");
  return isPath(flat) ? flat : firstCharacters(`_${flat}`, maxLength);
}

/** MLflow's stores use names as paths: one that another name could stand for is refused. */
function isPath(name: string): boolean {
  return (
    !name.startsWith("..") && name.split("/").every((part) => part !== "" && part !== "." && part !== "..")
  );
}

/** The name, or one that ends in a number, if it is among those. */
export function freeName(name: string, used: ReadonlySet<string>): string {
  if (!used.has(name)) return name;
  for (let count = 2; ; count++) {
    const end = `_${count}`;
    const numbered = `${firstCharacters(name, maxLength - end.length)}${end}`;
    if (!used.has(numbered)) return numbered;
  }
}

/** The first code points of a text. */
function firstCharacters(text: string, count: number): string {
  return text.length <= count ? text : [...text].slice(0, count).join("");
}
