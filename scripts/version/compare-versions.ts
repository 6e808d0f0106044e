/** A version without build metadata, as Semantic Versioning 2.0.0 has it. */
const format =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[A-Za-z-][\dA-Za-z-]*)(?:\.(?:0|[1-9]\d*|\d*[A-Za-z-][\dA-Za-z-]*))*))?$/;

/** Whether a text is a version without build metadata, which npm would drop: `1.2.3` or `1.2.3-beta.1`. */
export function isVersion(text: string): boolean {
  return format.test(text);
}

/**
 * Compares two versions by their precedence in Semantic Versioning.
 * @returns a negative number if the first is lower, 0 if they are equal, otherwise a positive number
 */
export function compareVersions(first: string, second: string): number {
  const [a, b] = [partsOf(first), partsOf(second)];
  return compareLists(a.core, b.core) || comparePrereleases(a.prerelease, b.prerelease);
}

interface Parts {
  readonly core: readonly string[];
  readonly prerelease: readonly string[];
}

function partsOf(version: string): Parts {
  const [, major = "", minor = "", patch = "", prerelease] = format.exec(version) ?? [];
  if (major === "") throw new Error(`${version} is not a version.`);
  return { core: [major, minor, patch], prerelease: prerelease?.split(".") ?? [] };
}

/** A version without a prerelease is the higher one. */
function comparePrereleases(a: readonly string[], b: readonly string[]): number {
  return a.length === 0 || b.length === 0 ? b.length - a.length : compareLists(a, b);
}

/** If one list begins with the other, the longer one is higher. */
function compareLists(a: readonly string[], b: readonly string[]): number {
  for (const [i, own] of a.entries()) {
    const other = b[i];
    const order = other === undefined ? 1 : compareIdentifiers(own, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Numbers are compared as numbers, and are lower than texts. */
function compareIdentifiers(a: string, b: string): number {
  const [first, second] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (first && second) return Number(a) - Number(b);
  if (first !== second) return first ? -1 : 1;
  return a === b ? 0 : a < b ? -1 : 1;
}
