import { join } from "node:path";
import { expect, test } from "vitest";
import { checkDatasets } from "../../../../src/cli/server/submit/check-datasets.js";
import { artifact, defineStep, defineWorkflow, folder, inputArtifact } from "../../../../src/index.js";
import { openStore } from "../../../../src/storage/open-store.js";
import { tempDir } from "../../fixture-project.js";

const read = defineStep({
  name: "read",
  inputs: { images: artifact(folder) },
  outputs: {},
  run: () => ({}),
});
const workflow = defineWorkflow({
  name: "reading",
  artifacts: { images: inputArtifact(folder, { path: "data/images", key: "sets/images/" }) },
  build(dag, { images }) {
    dag.task(read, { images });
  },
});

test("finds a folder by the keys below its key", async () => {
  const place = join(tempDir(), "store");
  const store = await openStore(place);
  await store.put("sets/imagery/1.png", Buffer.from("x"));

  await expect(checkDatasets(workflow, {}, place)).rejects.toMatchObject({
    name: "UserError",
    message: `artifact "images": ${place} has no key "sets/images/". Did you mean "sets/imagery/"? Upload it with: npm run data -- push images --workflow reading --store ${place}`,
  });
  await store.put("sets/images/cats/1.png", Buffer.from("x"));
  await checkDatasets(workflow, {}, place);
  await checkDatasets(workflow, { "images-key": "sets/imagery" }, place);
});

test("refuses an object with a folder's own key, which a pod would receive", async () => {
  const place = join(tempDir(), "store");
  const store = await openStore(place);
  await store.put("sets/images", Buffer.from("x"));
  await store.put("sets/photos/1.png", Buffer.from("x"));

  for (const set of [{}, { "images-key": "sets/images/" }]) {
    await expect(checkDatasets(workflow, set, place)).rejects.toMatchObject({
      name: "UserError",
      message: `artifact "images": ${place} has an object under the key "sets/images" itself, where a folder was expected: files under "sets/images/". A pod would receive that object. Remove it, or choose another key.`,
    });
  }
  await checkDatasets(workflow, { "images-key": "sets/photos/" }, place);
});
