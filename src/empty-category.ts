/** If more than this share of a column's training rows is empty, empty cells are a category of their own, with this name. */
export const emptyCategory = { above: 0.05, name: "(empty)" };
