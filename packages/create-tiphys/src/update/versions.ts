/**
 * Compares two versions, as in semver: 0.9.0 < 0.10.0-rc.1 < 0.10.0.
 * @returns a negative number if `a` is earlier, a positive one if it is later, else 0
 */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [parse(a), parse(b)];
  for (const i of [0, 1, 2]) {
    const difference = (left.release[i] ?? 0) - (right.release[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return comparePrereleases(left.prerelease, right.prerelease);
}

function parse(version: string): { release: number[]; prerelease: string[] } {
  const [, release = "", prerelease = ""] = /^v?([\d.]*)(?:-([^+]*))?/.exec(version) ?? [];
  return {
    release: release.split(".").map(Number),
    prerelease: prerelease === "" ? [] : prerelease.split("."),
  };
}

function comparePrereleases(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  for (const [i, left] of a.entries()) {
    const right = b[i];
    if (right === undefined) return 1;
    if (left === right) continue;
    const numbers = [left, right].map((part) => (/^\d+$/.test(part) ? Number(part) : undefined));
    const [x, y] = numbers;
    if (x !== undefined && y !== undefined) return x - y;
    if (x !== undefined || y !== undefined) return x === undefined ? 1 : -1;
    return left < right ? -1 : 1;
  }
  return a.length - b.length;
}
