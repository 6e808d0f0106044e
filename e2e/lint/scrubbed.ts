/** Maximum length of a compared message; the rest of it is an explanation. */
const maxLength = 240;

/** A message on one line, without the names that differ between runs. */
export function scrubbed(message: string): string {
  const text = message
    .replace(/\b(?:lint-e2e|test)-[a-z0-9]+(?:-\d{9,})?/g, "NAME")
    .replace(/\b[a-z]+-[a-z0-9]{8,}-\d+(?:-\d{9,})?/g, "NAME")
    .replace(/\s+/g, " ")
    .trim();
  return text.length <= maxLength ? text : `${text.slice(0, maxLength)}…`;
}

/** Whether two messages are equal, apart from small differences between versions. */
export function isAlike(message: string, recorded: string): boolean {
  const found = wordsOf(scrubbed(message));
  const expected = [...wordsOf(recorded)];
  return expected.filter((word) => found.has(word)).length >= expected.length / 2;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[a-z]{3,}/g));
}
