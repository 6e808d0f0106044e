import { expect, test } from "vitest";
import { onInterrupt } from "../../../src/cli/process/on-interrupt.js";

test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("%s aborts the signal", (name) => {
  const { signal, release } = onInterrupt();
  expect(signal.aborted).toBe(false);
  process.emit(name, name);
  expect(signal.aborted).toBe(true);
  release();
});

test("release removes the handlers", () => {
  const before = (["SIGINT", "SIGTERM", "SIGHUP"] as const).map((name) => process.listenerCount(name));
  const { signal, release } = onInterrupt({ outlivesTerminal: true });
  release();
  expect((["SIGINT", "SIGTERM", "SIGHUP"] as const).map((name) => process.listenerCount(name))).toEqual(
    before,
  );
  expect(signal.aborted).toBe(false);
});

test("after the first signal, another Ctrl-C has its usual effect only where the command asks for that", () => {
  const before = process.listenerCount("SIGINT");
  const hangups = process.listenerCount("SIGHUP");
  const once = onInterrupt({ endsAtSecond: true });
  const often = onInterrupt();
  process.emit("SIGINT", "SIGINT");
  expect(process.listenerCount("SIGINT")).toBe(before + 1);
  expect(process.listenerCount("SIGHUP")).toBe(hangups + 2);
  once.release();
  often.release();
  expect(process.listenerCount("SIGINT")).toBe(before);
});
