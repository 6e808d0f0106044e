import { randomBytes } from "node:crypto";

/** The letters of Kubernetes' generated names: without vowels, so that no words result. */
const letters = "bcdfghjklmnpqrstvwxz2456789";

/**
 * Generates a name from a `generateName`, as the API server does. It is generated here so that a creation whose response was
 * lost can be looked up by its name.
 */
export function generateName(generateName: string): string {
  const random = [...randomBytes(5)].map((byte) => letters[byte % letters.length]).join("");
  return `${generateName.slice(0, 63 - random.length)}${random}`;
}
