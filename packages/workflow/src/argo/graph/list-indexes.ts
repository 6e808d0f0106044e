/** The parameter that stands beside a list of artifacts and says how many there are: `[0, 1, 2]`. */
export function indexesName(list: string): string {
  return `${list}-indexes`;
}
