/** Numbers for each bin of a histogram: the sum of gradients, the sum of hessians, the count of rows. */
export const BIN_SIZE = 3;

/** A histogram of each column, one after the other: `BIN_SIZE` numbers for each bin, the one of missing values last. */
export type Histograms = Float64Array;
