import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cachedInput } from "../../../src/cli/store/input-cache.js";
import { tempDir } from "../fixture-project.js";

/** Several concurrent fetches of the same input; the last byte of each arrives a little later than that of the one before. */
async function fetchAtOnce(
  folder: string,
  delay: number,
): Promise<{ path: string; inode: number | undefined }[]> {
  return Promise.all(
    [0, 1, 2, 3].map(async (which) => {
      const path = await cachedInput(folder, {
        name: "images",
        version: "1",
        async fetch(place) {
          mkdirSync(place);
          for (const name of ["a", "b", "c"]) writeFileSync(join(place, name), name);
          await new Promise((resolve) => setTimeout(resolve, which * delay));
        },
      });
      return { path, inode: statSync(path, { throwIfNoEntry: false })?.ino };
    }),
  );
}

test.each([0, 1])(
  "whoever fetches an input at the same time takes it from nobody (%i ms later)",
  async (delay) => {
    for (let round = 0; round < 10; round++) {
      const folder = tempDir();
      const got = await fetchAtOnce(folder, delay);

      const [first] = got;
      expect(got).toEqual([first, first, first, first]);
      expect(readdirSync(first?.path ?? "")).toEqual(["a", "b", "c"]);
      expect(readdirSync(folder)).toHaveLength(1);
    }
  },
);

test("several may concurrently fetch an input that was changed on this machine", async () => {
  for (let round = 0; round < 10; round++) {
    const folder = tempDir();
    const [first] = await fetchAtOnce(folder, 0);
    const path = first?.path ?? "";
    writeFileSync(join(path, "b"), "changed");

    const again = await fetchAtOnce(folder, 0);

    expect(again.map((each) => each.path)).toEqual([path, path, path, path]);
    expect(readFileSync(join(path, "b"), "utf8")).toBe("b");
    expect(readdirSync(folder)).toHaveLength(1);
  }
});
