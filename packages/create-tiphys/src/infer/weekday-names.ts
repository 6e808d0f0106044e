import { languages } from "./month-names.js";

/** The names of the days of the week, long and short, in the languages of the months. */
export const weekdayNames: ReadonlySet<string> = new Set(languages.flatMap(namesOfWeekdays));

function namesOfWeekdays(language: string): string[] {
  return (["long", "short"] as const).flatMap((length) => {
    const format = new Intl.DateTimeFormat(language, { weekday: length, timeZone: "UTC" });
    return Array.from({ length: 7 }, (_, day) =>
      format
        .format(new Date(Date.UTC(2024, 0, 1 + day)))
        .toLowerCase()
        .replace(/\.$/, ""),
    );
  });
}
