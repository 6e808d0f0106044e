/** Shows how far a long piece of work is. */
export interface Progress {
  /** @param text such as "Reading churn.csv: 45 %" */
  show(text: string): void;
  /** Removes what a terminal shows. */
  end(): void;
}

/** On a terminal a line is rewritten this often, in milliseconds; elsewhere a line is added this often. */
const intervals = { terminal: 100, elsewhere: 5000 };

/** Before this many milliseconds nothing is shown. */
const quiet = 500;

/** Progress on a stream. @param now a clock in milliseconds */
export function progressOn(
  stream: Pick<NodeJS.WriteStream, "write"> & { readonly isTTY?: boolean },
  now: () => number = Date.now,
): Progress {
  const isTerminal = stream.isTTY === true;
  const interval = isTerminal ? intervals.terminal : intervals.elsewhere;
  let next = now() + (isTerminal ? quiet : intervals.elsewhere);
  let isShown = false;
  return {
    show(text) {
      if (now() < next) return;
      next = now() + interval;
      isShown = isTerminal;
      stream.write(isTerminal ? `\r\u001b[K${text}` : `${text}\n`);
    },
    end() {
      if (isShown) stream.write("\r\u001b[K");
      isShown = false;
    },
  };
}
