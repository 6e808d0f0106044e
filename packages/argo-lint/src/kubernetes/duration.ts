const goDuration = /^[-+]?(0|((\d+(\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h))+)$/;

/** Whether Go's time.ParseDuration reads it: `90s`, `1h30m`. */
export function isDuration(text: string): boolean {
  return goDuration.test(text);
}

/** Whether it is a duration, or a whole number, which Argo reads as seconds. Source: ParseStringToDuration. */
export function isDurationOrSeconds(text: string): boolean {
  return isDuration(text) || isWholeNumber(text);
}

/** Whether Go's strconv.Atoi reads it. */
export function isWholeNumber(text: string): boolean {
  return /^[-+]?\d+$/.test(text);
}
