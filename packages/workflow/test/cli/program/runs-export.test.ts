import { expect, test } from "vitest";
import { commandsInOneProcess } from "../commands-in-one-process.js";
import { tempDir } from "../fixture-project.js";
import { pipeline } from "../program.js";
import { bundledSampleProject } from "./sample-project.js";

const root = await bundledSampleProject();

test("a server that is not named, is not one, or does not answer is an error in one line, without a password", async () => {
  const runs = tempDir();
  await pipeline(root, ["run", "plain", "--runs", runs]);
  const mlflow = ["runs", "export", "--runs", runs, "--to", "mlflow"];
  const secret = "sesame-open";
  // A port of which no server is.
  const closed = `http://ann:${secret}@127.0.0.1:1`;

  const ended = await commandsInOneProcess(root, [
    { args: mlflow },
    { args: [...mlflow, "--tracking-uri", `sqlite://ann:${secret}@host`] },
    { args: [...mlflow, "--tracking-uri", "http://localhost:5000", "--output", "x"] },
    { args: ["runs", "export", "--runs", runs, "--to", "onnx", "--tracking-uri", "http://localhost:5000"] },
    { args: [...mlflow, "--tracking-uri", closed] },
    { args: mlflow, env: { MLFLOW_TRACKING_URI: closed, MLFLOW_TRACKING_TOKEN: secret } },
    { args: ["runs", "export", "nothing", ...mlflow.slice(2), "--tracking-uri", closed] },
  ]);

  const unreachable =
    "The experiment plain cannot be opened: http://127.0.0.1:1 cannot be reached: nothing listens there. Start the server, or correct --tracking-uri.";
  expect(ended.map(({ code, stderr }) => [code, stderr.trim().split("\n")])).toEqual([
    [2, ["Name the MLflow server: --tracking-uri http://localhost:5000, or MLFLOW_TRACKING_URI."]],
    [2, [expect.stringContaining("expected the http or https address of an MLflow server")]],
    [2, ["--output is for --to onnx: a server has no file."]],
    [2, ["--tracking-uri is for --to mlflow."]],
    [75, [unreachable]],
    [75, [unreachable]],
    [2, [expect.stringContaining("nothing")]],
  ]);
  expect(JSON.stringify(ended)).not.toContain(secret);
});
