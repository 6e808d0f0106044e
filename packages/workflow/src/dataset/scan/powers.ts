/** 10^0 to 10^22, which are the powers of ten that a double holds exactly. */
export function powersOfTen(): Float64Array {
  return Float64Array.from({ length: 23 }, (_, exponent) => 10 ** exponent);
}

const highest = 40;
const high64 = 1n << 127n;

/**
 * For each power of five from 5^-40 to 5^40 its 128 most significant bits, the higher 64 first: rounded down, or up for
 * negative exponents, as the method of Eisel and Lemire takes them.
 */
export function powersOfFive(): BigUint64Array {
  const powers = new BigUint64Array(2 * (2 * highest + 1));
  for (let exponent = -highest; exponent <= highest; exponent += 1) {
    const bits = significantBits(exponent);
    const at = 2 * (exponent + highest);
    powers[at] = bits >> 64n;
    powers[at + 1] = bits & 0xffff_ffff_ffff_ffffn;
  }
  return powers;
}

function significantBits(exponent: number): bigint {
  let power = 5n ** BigInt(Math.abs(exponent));
  if (exponent < 0) power = (1n << BigInt(2 * power.toString(2).length + 128)) / power + 1n;
  while (power >= high64 << 1n) power >>= 1n;
  while (power < high64) power <<= 1n;
  return power;
}
