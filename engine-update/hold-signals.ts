const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Runs a function that Ctrl-C and other signals to end do not interrupt. */
export function holdSignals<Result>(work: () => Result): Result {
  const wait = (): void => {};
  for (const signal of signals) process.on(signal, wait);
  try {
    return work();
  } finally {
    for (const signal of signals) process.off(signal, wait);
  }
}
