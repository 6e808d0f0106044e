/** A text as a word of a command. */
export function shellWord(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : JSON.stringify(text);
}
