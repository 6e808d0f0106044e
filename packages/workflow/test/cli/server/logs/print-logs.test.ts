import { afterEach, expect, test, vi } from "vitest";
import { printLogs } from "../../../../src/cli/server/logs/print-logs.js";

afterEach(() => vi.restoreAllMocks());

test("prints each pod's name before its lines, in its own colour", async () => {
  const printed = vi.spyOn(console, "log").mockImplementation(() => undefined);
  async function* lines(): AsyncGenerator<{ podName: string; content: string }> {
    yield { podName: "a", content: "1" };
    yield { podName: "b", content: "2" };
    yield { podName: "a", content: "3" };
  }
  await printLogs(lines(), (color, text) => `<${color}>${text}`);
  expect(printed.mock.calls.flat()).toEqual(["<green>a: 1", "<yellow>b: 2", "<green>a: 3"]);
});
