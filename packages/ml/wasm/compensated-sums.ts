// AssemblyScript: sums over blocks of rows, each with the part that rounding took from it.

let sums: usize = 0;
let lost: usize = 0;

/** Sets the addresses of the sums and of their lost parts, numbers of 64 bits. */
export function placeSums(sumsAt: usize, lostAt: usize): void {
  sums = sumsAt;
  lost = lostAt;
}

/** Adds a number to a sum, and what that addition rounds off to the sum's lost part (Knuth's TwoSum). */
// @ts-ignore: decorator
@inline
export function addToSum(index: i32, value: f64): void {
  const at = <usize>index << 3;
  const before = load<f64>(sums + at);
  const after = before + value;
  const added = after - before;
  store<f64>(sums + at, after);
  store<f64>(lost + at, load<f64>(lost + at) + (before - (after - added) + (value - added)));
}

/** The sum of a pair. */
// @ts-ignore: decorator
@inline
export function lanes(pair: v128): f64 {
  return f64x2.extract_lane(pair, 0) + f64x2.extract_lane(pair, 1);
}
