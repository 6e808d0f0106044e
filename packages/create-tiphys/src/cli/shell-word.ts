/**
 * A text as a word of a command, which the shell takes as it is: nothing in it is replaced or run.
 * Double quotes where they are enough, as Windows knows no others.
 */
export function shellWord(text: string): string {
  if (/^[\w./-]+$/.test(text)) return text;
  return /["$`\\!%]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : `"${text}"`;
}

/** An option and its value as words of a command, also if the value begins as an option does. */
export function optionWords(option: string, value: string): string {
  return `${option}${value.startsWith("-") ? "=" : " "}${shellWord(value)}`;
}
