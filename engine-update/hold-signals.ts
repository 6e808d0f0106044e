const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Does something that Ctrl-C and the like do not interrupt. */
export function holdSignals<Result>(work: () => Result): Result {
  const wait = (): void => {};
  for (const signal of signals) process.on(signal, wait);
  try {
    return work();
  } finally {
    for (const signal of signals) process.off(signal, wait);
  }
}
