/** Most of a message: what follows explains. */
const longest = 240;

/** A message without the names that are new in each run, on one line. */
export function scrubbed(message: string): string {
  const text = message
    .replace(/\b(?:lint-e2e|test)-[a-z0-9]+(?:-\d{9,})?/g, "NAME")
    .replace(/\b[a-z]+-[a-z0-9]{8,}-\d+(?:-\d{9,})?/g, "NAME")
    .replace(/\s+/g, " ")
    .trim();
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}

/** Whether a message says what another one said, though another version may say it a little otherwise. */
export function isAlike(message: string, recorded: string): boolean {
  const found = wordsOf(scrubbed(message));
  const expected = [...wordsOf(recorded)];
  return expected.filter((word) => found.has(word)).length >= expected.length / 2;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[a-z]{3,}/g));
}
