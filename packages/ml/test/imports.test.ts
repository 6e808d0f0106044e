import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const src = new URL("../src/", import.meta.url);
const sources = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".ts"),
);

test.each(sources)("%s loads no heavy package at the start", (file) => {
  const heavy = /^import (?!type ).*from "(arquero|chart\.js.*|chartjs-node-canvas|@napi-rs\/canvas|ml-.*)"/m;
  expect(readFileSync(new URL(file, src), "utf8")).not.toMatch(heavy);
});
