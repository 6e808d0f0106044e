/** The languages of the names in dates. */
export const languages: readonly string[] = ["en", "de", "fr", "es", "it", "pt", "nl"];

/** The names of the months, long and short, in these languages, with their numbers: several if languages differ. */
export const monthNumbers: ReadonlyMap<string, ReadonlySet<number>> = namedMonths();

function namedMonths(): Map<string, Set<number>> {
  const names = new Map<string, Set<number>>();
  for (const language of languages) {
    for (const length of ["long", "short"] as const) {
      const format = new Intl.DateTimeFormat(language, { month: length, timeZone: "UTC" });
      for (let month = 1; month <= 12; month++) {
        const name = format
          .format(new Date(Date.UTC(2024, month - 1, 15)))
          .toLowerCase()
          .replace(/\.$/, "");
        names.set(name, (names.get(name) ?? new Set()).add(month));
      }
    }
  }
  return names;
}
