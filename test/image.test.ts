import { join } from "node:path";
import { readRunRecord } from "@tiphys/workflow";
import { describe, expect, test } from "vitest";
import { digestsOf, pipeline, runDeadline, tempDir } from "./project.js";

/** The image of `npm run image`. */
const image = process.env.SMOKE_IMAGE ?? "";
/** The same line of Node as in the image: others write the same figures, but not always the same bytes. */
const node = process.env.SMOKE_NODE;

if (image === "") console.log("No image: set SMOKE_IMAGE to one that npm run image has built.");

describe.skipIf(image === "")("the image", () => {
  test(
    "each step runs in it as in a pod, and writes what it writes on this machine",
    { timeout: 2 * runDeadline },
    async () => {
      const [here, there] = [tempDir(), tempDir()];

      const runs = [
        await pipeline(["run", "--runs", here], node),
        await pipeline(["run", "--runs", there, "--image", image], node),
      ];

      expect(runs).toMatchObject([
        { code: 0, stderr: "" },
        { code: 0, stderr: "" },
      ]);
      expect(readRunRecord(join(there, "latest")).code.image).toBe(image);
      expect(digestsOf(there)).toEqual(digestsOf(here));
    },
  );
});
