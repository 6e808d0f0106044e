import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { faultServer, serviceOf } from "./fault-server.js";

const address = { workflow: "train", nodeId: "train-1", artifact: "report" };
const base = "/artifact-files/argo/workflows/train/train-1/outputs/report";

/** A page in the form of the server's template. */
function page(...names: string[]): string {
  const items = names.map((name) => `<li><a href="./${name}">${name}</a></li>\n`);
  return `<html><body><ul>\n<li><a href="..">..</a></li>\n${items.join("")}</ul></body></html>`;
}

test("lists the files of a folder and of the folders in it, with their exact names", async () => {
  const pages: Record<string, string> = {
    [`${base}/`]: page("a&#43;b.txt", "R&amp;D &lt;1&gt;.txt", "img/", "img/small/"),
    [`${base}/img/`]: page("roc.png", "small/"),
    [`${base}/img/small/`]: page("roc.png"),
  };
  const { url } = await faultServer((response, request) => response.end(pages[request.url ?? ""]));
  expect(await serviceOf(url).artifactFiles(address)).toEqual([
    "a+b.txt",
    "R&D <1>.txt",
    "img/roc.png",
    "img/small/roc.png",
  ]);
});

test("lists nothing for an artifact that is a file", async () => {
  const { url } = await faultServer((response) => response.end(page()));
  expect(await serviceOf(url).artifactFiles(address)).toEqual([]);
});

test("reports that the server shows a page of the folder instead of its files", async () => {
  const { url } = await faultServer((response) => response.writeHead(307, { location: "index.html" }).end());
  await expect(serviceOf(url).artifactFiles(address)).rejects.toThrow("it contains an index.html");
});

test("reads a file below an artifact, whatever its name", async () => {
  const { url, asked } = await faultServer((response) => response.end("bytes"));
  const stream = await serviceOf(url).artifact({ ...address, file: "R&D <1>/a b?.txt" });
  expect(await text(stream)).toBe("bytes");
  expect(asked).toEqual([`${base}/R%26D%20%3C1%3E/a%20b%3F.txt`]);
});

test("distinguishes a missing file from one that the server cannot read", async () => {
  const gone = await faultServer((response) => response.writeHead(404).end("Not Found\n"));
  await expect(serviceOf(gone.url).artifact(address)).rejects.toMatchObject({
    refusal: "not-found",
    message: "The artifact report of train cannot be read: it is no longer in the bucket.",
  });
  const broken = await faultServer((response) => response.writeHead(500).end("Internal Server Error\n"));
  await expect(serviceOf(broken.url).artifact(address)).rejects.toThrow("may need the bucket's secret");
}, 20_000);
