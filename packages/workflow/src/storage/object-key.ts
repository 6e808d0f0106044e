import { UsageError } from "../definition/errors.js";

/** S3 takes no longer key, in bytes of UTF-8. */
const longestKey = 1024;

/**
 * Checks that a text can be a key in every store.
 * @throws {UsageError} for an empty key, one that begins or ends with a slash, one with the parts "", "." or "..", one
 * with control characters or half a surrogate pair, and one of more than 1,024 bytes
 */
export function checkKey(key: string): void {
  const fault = keyProblem(key);
  if (fault !== undefined) throw new UsageError(`The key ${JSON.stringify(key)} ${fault}`);
}

/** What keeps a text from being a key in every store, as the end of a sentence that names it. */
export function keyProblem(key: string): string | undefined {
  if (key === "") return "is empty. Expected a name such as datasets/diabetes.csv.";
  if (key.startsWith("/")) return "begins with a slash. Leave it out.";
  if (key.endsWith("/")) return "ends with a slash, as a folder does. Name an object.";
  const part = key.split("/").find((each) => each === "" || each === "." || each === "..");
  if (part !== undefined) return `has the part "${part}" between slashes, which not every store can hold.`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  if (/[\u0000-\u001f\u007f]/.test(key)) return "has a control character, which not every store can hold.";
  if (/\p{Surrogate}/u.test(key)) return "has half of a surrogate pair, which UTF-8 cannot hold.";
  const bytes = Buffer.byteLength(key);
  return bytes > longestKey ? `has ${bytes} bytes. S3 allows ${longestKey}.` : undefined;
}

/** A key below a prefix; the prefix may be empty and may end with a slash. */
export function joinKey(prefix: string, name: string): string {
  return prefix === "" || prefix.endsWith("/") ? `${prefix}${name}` : `${prefix}/${name}`;
}

/** Keys in the order in which stores list them: by their bytes in UTF-8. */
export function compareKeys(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
