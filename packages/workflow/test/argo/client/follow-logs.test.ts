import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { grepPattern } from "../../../src/argo/client/grep-pattern.js";
import type { LogOptions } from "../../../src/argo/client/index.js";
import { events, faultServer, frame, json, serviceOf, workflow } from "./fault-server.js";

/** What Argo Server 4.0.7 sent for a pod that wrote 40 lines. */
const recorded = readFileSync(new URL("recorded-log.sse", import.meta.url), "utf8");
const written = Array.from({ length: 40 }, (_, i) => `line ${i + 1}`);

async function linesOf(url: string, options: LogOptions = {}): Promise<string[]> {
  const lines: string[] = [];
  for await (const { content } of serviceOf(url).logs("train", options)) lines.push(content);
  return lines;
}

test.each([37, 1500, 2345, recorded.length - 1])(
  "loses no line and reports none twice if the stream is lost at character %i",
  async (at) => {
    let streams = 0;
    const { url } = await faultServer((response, { url: path = "" }) => {
      if (!path.includes("/log?"))
        return json(response, workflow("1", streams > 0 ? "Succeeded" : "Running"));
      streams += 1;
      events(response);
      if (streams > 1) response.end(recorded);
      else response.write(recorded.slice(0, at), () => setTimeout(() => response.destroy(), 50));
    });
    expect(await linesOf(url, { follow: true, grep: "^line " })).toEqual(written);
    expect(streams).toBe(2);
  },
);

const at = (second: number): string => `2026-03-01T12:00:${String(second).padStart(2, "0")}.000000001Z`;
const line = (second: number, text: string, podName = "a"): string =>
  frame({ podName, content: `${at(second)} ${text}` });

test("reports lines with equal times, and late lines, as often as they were written", async () => {
  let streams = 0;
  const { url } = await faultServer((response) => {
    streams += 1;
    events(response);
    if (streams === 1) {
      response.write(line(2, "same") + line(2, "same") + line(1, "late"), () =>
        setTimeout(() => response.destroy(), 50),
      );
    } else
      response.end(line(1, "late") + line(2, "other") + line(2, "same") + line(2, "same") + line(2, "same"));
  });
  expect(await linesOf(url)).toEqual(["same", "same", "late", "other", "same"]);
});

test("requests all lines after a reconnection if only the last were requested, so that none is lost", async () => {
  let streams = 0;
  const { url, asked } = await faultServer((response) => {
    streams += 1;
    events(response);
    if (streams > 1) response.end(line(8, "b") + line(9, "c") + line(20, "d"));
    else response.write(line(9, "c"), () => setTimeout(() => response.destroy(), 50));
  });
  expect(await linesOf(url, { tailLines: 1 })).toEqual(["c", "b", "d"]);
  expect(asked.map((path) => path.includes("tailLines"))).toEqual([true, false]);
});

test("continues if the server ends the stream of a running workflow", async () => {
  let streams = 0;
  const { url } = await faultServer((response, { url: path = "" }) => {
    if (!path.includes("/log?")) return json(response, workflow("1", streams > 0 ? "Succeeded" : "Running"));
    streams += 1;
    events(response);
    response.end(line(1, "first") + (streams > 1 ? line(2, "second") : ""));
  });
  expect(await linesOf(url, { follow: true })).toEqual(["first", "second"]);
});

test("prefixes lines with times on request", async () => {
  const { url } = await faultServer((response) => {
    events(response);
    response.end(line(1, "first"));
  });
  expect(await linesOf(url, { timestamps: true })).toEqual([`${at(1)} first`]);
});

test("reports a missing workflow", async () => {
  const { url } = await faultServer((response) => {
    response.writeHead(404, { "content-type": "text/event-stream" });
    response.end(
      'data: {"error":{"grpc_code":5,"http_code":404,"message":"workflows \\"train\\" not found"}} \n\n',
    );
  });
  await expect(linesOf(url)).rejects.toMatchObject({ refusal: "not-found" });
});

test("reads Go's flags before a pattern, and reports an invalid pattern", () => {
  expect(grepPattern("(?i)ERROR").test("an error")).toBe(true);
  expect(() => grepPattern("(")).toThrow('The pattern "(" is not a regular expression');
});
