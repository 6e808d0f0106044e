/** Where `powersOfFive` begins: for q from -40 to 40 the 128 bits of 5^q, rounded down, higher half first. */
let powersOfFive: usize = 0;

/** The number that `parseNumber` has read. */
export let parsed: f64 = 0;

export function setPowersOfFive(at: usize): void {
  powersOfFive = at;
}

const lowestPower = -40;
const highestPower = 40;
const largestExact: u64 = 9007199254740992;

/**
 * Reads decimal digits with an optional sign, point and exponent, to the nearest double.
 * @param powersOfTen where 10^0 to 10^22 are
 * @returns whether the bytes are such a number of at most 19 digits; if not, they may still be a number
 */
export function parseNumber(from: usize, to: usize, powersOfTen: usize): bool {
  let at = from;
  let end = to;
  while (at < end && load<u8>(at) == 32) at++;
  while (at < end && load<u8>(end - 1) == 32) end--;
  let negative = false;
  if (at < end) {
    const sign = load<u8>(at);
    if (sign == 45 || sign == 43) {
      negative = sign == 45;
      at++;
    }
  }
  let value: u64 = 0;
  let significant = 0;
  let exponent = 0;
  let point: usize = 0;
  const first = at;
  for (; at < end; at++) {
    const byte: u32 = load<u8>(at);
    if (byte - 48 < 10) {
      value = value * 10 + (byte - 48);
      if (value != 0) significant++;
    } else if (byte == 46 && point == 0) point = at + 1;
    else break;
  }
  const digits = at - first - usize(point != 0);
  if (digits == 0 || significant > 19 || digits > 1000) return false;
  if (point != 0) exponent = -i32(at - point);
  if (at < end) {
    if ((load<u8>(at) | 32) != 101) return false;
    at++;
    let below = false;
    if (at < end) {
      const sign = load<u8>(at);
      if (sign == 45 || sign == 43) {
        below = sign == 45;
        at++;
      }
    }
    const length = end - at;
    if (length == 0 || length > 3) return false;
    let given = 0;
    for (; at < end; at++) {
      const byte: u32 = load<u8>(at);
      if (byte - 48 >= 10) return false;
      given = given * 10 + (byte - 48);
    }
    exponent += below ? -given : given;
  }
  if (value == 0) parsed = 0;
  else if (value <= largestExact && exponent <= 0 && exponent >= -22)
    parsed = f64(value) / load<f64>(powersOfTen + (usize(-exponent) << 3));
  else if (value <= largestExact && exponent > 0 && exponent <= 22)
    parsed = f64(value) * load<f64>(powersOfTen + (usize(exponent) << 3));
  else if (!roundToNearest(value, exponent)) return false;
  if (negative) parsed = -parsed;
  return true;
}

/**
 * Sets `parsed` to the double nearest to value * 10^exponent, by the method of Eisel and Lemire: "Number parsing at a gigabyte
 * per second", Software: Practice and Experience 51 (2021), 1700-1727.
 * @returns false where the method does not decide, or the power is not in the table
 */
function roundToNearest(value: u64, exponent: i32): bool {
  if (exponent < lowestPower || exponent > highestPower) return false;
  const power = powersOfFive + (usize(exponent - lowestPower) << 4);
  const zeros = clz(value);
  const w = value << zeros;
  const factor = load<u64>(power);
  let low = w * factor;
  let high = highHalf(w, factor);
  if ((high & 0x1ff) == 0x1ff) {
    const more = highHalf(w, load<u64>(power, 8));
    low += more;
    if (low < more) high++;
  }
  if (low == u64.MAX_VALUE) return false;
  const upper = high >> 63;
  let mantissa = high >> (upper + 9);
  let binary = (((152170 + 65536) * exponent) >> 16) + 63 + i32(upper) - i32(zeros) + 1023;
  if (binary <= 0) return false;
  // Halfway between two doubles: to the even one.
  if (low <= 1 && exponent >= -4 && exponent <= 23 && (mantissa & 3) == 1 && mantissa << (upper + 9) == high)
    mantissa &= ~u64(1);
  mantissa = (mantissa + (mantissa & 1)) >> 1;
  if (mantissa >= u64(1) << 53) {
    mantissa = u64(1) << 52;
    binary++;
  }
  if (binary >= 0x7ff) return false;
  parsed = reinterpret<f64>((mantissa & ~(u64(1) << 52)) | (u64(binary) << 52));
  return true;
}

/** The higher 64 bits of the product of two numbers. */
function highHalf(a: u64, b: u64): u64 {
  const aLow = a & 0xffffffff;
  const aHigh = a >> 32;
  const bLow = b & 0xffffffff;
  const bHigh = b >> 32;
  const middle = aHigh * bLow + ((aLow * bLow) >> 32);
  const other = aLow * bHigh + (middle & 0xffffffff);
  return aHigh * bHigh + (middle >> 32) + (other >> 32);
}
