import { randomBytes } from "node:crypto";

/** What Kubernetes makes of names that it generates: no vowels, so that no words come out. */
const letters = "bcdfghjklmnpqrstvwxz2456789";

/**
 * A name from a `generateName`, as the API server makes one. Made here, so that a creation whose answer was lost can be
 * looked up by its name.
 */
export function generateName(generateName: string): string {
  const random = [...randomBytes(5)].map((byte) => letters[byte % letters.length]).join("");
  return `${generateName.slice(0, 63 - random.length)}${random}`;
}
