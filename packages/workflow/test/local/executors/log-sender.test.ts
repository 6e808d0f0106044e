import { expect, test } from "vitest";
import { LogSender } from "../../../src/local/executors/log-sender.js";

/** What is sent while `count` lines are logged without a pause. */
function sent(count: number, maxLength?: number): (readonly string[])[] {
  const messages: (readonly string[])[] = [];
  const sender = new LogSender((lines) => messages.push(lines), maxLength);
  for (let i = 0; i < count; i++) sender.log(`line ${i}`);
  sender.flush();
  return messages;
}

test("each of the first lines is sent at once", () => {
  expect(sent(100).every((lines) => lines.length === 1)).toBe(true);
});

test("of a step that logs a lot, several lines are sent together, all of them and in order", () => {
  const messages = sent(100_000);

  expect(messages.flat()).toEqual(Array.from({ length: 100_000 }, (_, i) => `line ${i}`));
  expect(messages.length).toBeLessThan(10_000);
});

test("of a step that logs a lot, at most 4 KB of its last lines wait", () => {
  const messages: (readonly string[])[] = [];
  const sender = new LogSender((lines) => messages.push(lines));
  for (let i = 0; i < 20_000; i++) sender.log(`line ${i}`);

  const waiting = 20_000 - messages.flat().length;
  expect(waiting * "line 19999".length).toBeLessThanOrEqual(4096);
});

test("lines that were collected are sent without another line", async () => {
  const messages: (readonly string[])[] = [];
  const sender = new LogSender((lines) => messages.push(lines));
  for (let i = 0; i < 1500; i++) sender.log("x");

  await new Promise((resolve) => setImmediate(resolve));

  expect(messages.flat()).toHaveLength(1500);
});

test("what is beyond the limit is not sent, except for the line that crosses it", () => {
  expect(sent(10, 20).flat()).toEqual(["line 0", "line 1", "line 2"]);
});
