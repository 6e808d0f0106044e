/** A count with its noun: `1 row`, `2 rows`. @param plural default: the singular with an s */
export function pluralize(count: number, singular: string, plural = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : plural}`;
}
