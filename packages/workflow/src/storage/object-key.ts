import { UsageError } from "../definition/errors.js";

/** The limit of S3, in bytes of UTF-8. */
const maxKeyBytes = 1024;

/**
 * Checks that a text is a valid key in every store.
 * @throws {UsageError} for a key that is empty, begins or ends with a slash, has a part "", "." or "..", has a control
 * character or half a surrogate pair, or is longer than 1,024 bytes
 */
export function checkKey(key: string): void {
  const fault = keyProblem(key);
  if (fault !== undefined) throw new UsageError(`The key ${JSON.stringify(key)} ${fault}`);
}

/** Why a text is not a valid key, as the end of a sentence about it; undefined for a valid key. */
export function keyProblem(key: string): string | undefined {
  if (key === "") return "is empty. Expected a name such as datasets/diabetes.csv.";
  if (key.startsWith("/")) return "begins with a slash. Remove it.";
  if (key.endsWith("/")) return "ends with a slash, as a folder does. Expected the key of an object.";
  const part = key.split("/").find((each) => each === "" || each === "." || each === "..");
  if (part !== undefined) return `has the part "${part}" between slashes, which not every store supports.`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this finds.
  if (/[\u0000-\u001f\u007f]/.test(key)) return "has a control character, which not every store supports.";
  if (/\p{Surrogate}/u.test(key)) return "has half of a surrogate pair, which UTF-8 cannot hold.";
  const bytes = Buffer.byteLength(key);
  return bytes > maxKeyBytes ? `has ${bytes} bytes. S3 allows ${maxKeyBytes}.` : undefined;
}

/** Joins a prefix, which may be empty or end with a slash, and a name. */
export function joinKey(prefix: string, name: string): string {
  return prefix === "" || prefix.endsWith("/") ? `${prefix}${name}` : `${prefix}/${name}`;
}

/** Compares keys in the order in which stores list them: by their UTF-8 bytes. */
export function compareKeys(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
