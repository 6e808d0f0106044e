/** The parameter that accompanies a list of artifacts and holds its indexes: `[0, 1, 2]`. */
export function indexesName(list: string): string {
  return `${list}-indexes`;
}
