import { parsed, parseNumber, setPowersOfFive } from "./parse-number";
import { findText } from "./text-table";

export { addText, textTableSize } from "./text-table";

/*
 * The plan has an entry of 40 bytes for each cell of a row: its kind; the bytes of a value; where the column's values are;
 * the table of its texts; the lowest and the highest number; whether it may be empty.
 */
const entrySize: usize = 40;
const number: u32 = 1;
const text: u32 = 2;
const place: u32 = 3;

let plan: usize = 0;
let planEnd: usize = 0;
let powersOfTen: usize = 0;
let marks: usize = 0;
let delimiter: u32 = 0;

/** The row after the last one that `scan` read. */
export let row: u32 = 0;
/** Whether `scan` stopped at a row that it cannot read, not at the end of its window. */
export let isUnusual: bool = false;
/** The plan's entry of a text that its table does not have, or 0. */
export let newText: usize = 0;
export let newTextFrom: usize = 0;
export let newTextTo: usize = 0;

export function setup(
  planAt: usize,
  width: u32,
  powersOfTenAt: usize,
  powersOfFiveAt: usize,
  marksAt: usize,
  separator: u32,
): void {
  plan = planAt;
  planEnd = planAt + <usize>width * entrySize;
  powersOfTen = powersOfTenAt;
  setPowersOfFive(powersOfFiveAt);
  marks = marksAt;
  delimiter = separator;
}

/**
 * Reads rows until the first one that is unusual, that has no end in the window, or for which there is no place.
 * @param at where a row begins
 * @param limit the end of the last whole row, at most 64 bytes before the memory's end
 * @param window bytes to look at
 * @param fromRow the number of the first row in the columns' values
 * @returns where the first row begins that was not read
 */
export function scan(at: usize, limit: usize, window: usize, fromRow: u32, toRow: u32): usize {
  newText = 0;
  isUnusual = false;
  let r = fromRow;
  let mark = marks;
  const markEnd = findMarks(at, at + window < limit ? at + window : limit);
  const last = planEnd - entrySize;
  while (r < toRow && at < limit) {
    let p = at;
    let entry = plan;
    for (; entry < planEnd; entry += entrySize) {
      if (mark >= markEnd) return ended(r, at);
      let stop = <usize>load<u32>(mark);
      mark += 4;
      let c: u32 = load<u8>(stop);
      let from = p;
      let to = stop;
      if (c == 34) {
        if (stop != p) return unusual(r, at);
        from = p + 1;
        do {
          if (mark >= markEnd) return ended(r, at);
          to = <usize>load<u32>(mark);
          mark += 4;
          c = load<u8>(to);
          if (c == 10 || c == 13) return unusual(r, at);
        } while (c != 34);
        if (mark >= markEnd) return ended(r, at);
        stop = <usize>load<u32>(mark);
        mark += 4;
        c = load<u8>(stop);
        if (stop != to + 1 || c == 34) return unusual(r, at);
      }
      const kind = load<u32>(entry);
      const values = <usize>load<u32>(entry, 8);
      if (kind == number) {
        const negative = load<u8>(from) == 45;
        const start = from + usize(negative);
        const size = to - start;
        let v: f64;
        let isWhole = true;
        if (size - 1 < 8) {
          const shift = u64(64 - (size << 3));
          const digits = ((load<u64>(to - 8) ^ 0x3030303030303030) >> shift) << shift;
          const others =
            (((digits & 0x7f7f7f7f7f7f7f7f) + 0x7676767676767676) | digits) & 0x8080808080808080;
          if (others == 0) {
            v = eightDigits(digits);
            if (negative) v = -v;
          } else {
            const point = ctz(others) & 0x38;
            isWhole = false;
            if ((others & (others - 1)) == 0 && u32((digits >> point) & 0xff) == 0x1e && size != 1) {
              const below = digits & ((u64(1) << point) - 1);
              v = eightDigits(((digits >> point >> 8) << 8 << point) | (below << 8)) / load<f64>(powersOfTen + usize(56 - point));
              if (negative) v = -v;
            } else {
              if (!parseNumber(from, to, powersOfTen)) return unusual(r, at);
              v = parsed;
            }
          }
        } else if (size == 0 && !negative && load<u32>(entry, 32) != 0) {
          v = NaN;
        } else {
          if (!parseNumber(from, to, powersOfTen)) return unusual(r, at);
          v = parsed;
          isWhole = false;
        }
        if (v < load<f64>(entry, 16) || v > load<f64>(entry, 24)) return unusual(r, at);
        const bytes = load<u32>(entry, 4);
        if (bytes == 8) {
          store<f64>(values + (<usize>r << 3), v);
        } else {
          if (!isWhole && Math.trunc(v) != v) return unusual(r, at);
          if (bytes == 1) store<u8>(values + r, i32(v));
          else if (bytes == 2) store<u16>(values + (<usize>r << 1), i32(v));
          else store<u32>(values + (<usize>r << 2), u32(i64(v)));
        }
      } else if (kind == text) {
        const code = findText(<usize>load<u32>(entry, 12), from, to);
        if (code < 0) {
          newText = entry;
          newTextFrom = from;
          newTextTo = to;
          return unusual(r, at);
        }
        store<u32>(values + (<usize>r << 2), u32(code));
      } else if (kind == place) {
        store<u32>(values + (<usize>r << 3), u32(from));
        store<u32>(values + (<usize>r << 3), u32(to), 4);
      }
      p = stop + 1;
      if (c == delimiter) {
        if (entry == last) return unusual(r, at);
      } else {
        if (entry != last) return unusual(r, at);
        if (c == 13 && load<u8>(p) == 10) {
          p++;
          mark += 4;
        }
      }
    }
    at = p;
    r++;
  }
  return ended(r, at);
}

function ended(r: u32, at: usize): usize {
  row = r;
  return at;
}

function unusual(r: u32, at: usize): usize {
  row = r;
  isUnusual = true;
  return at;
}

/** Lists the places of all delimiters, line ends and quotes from `at` to `end`, and up to 63 bytes behind it. */
function findMarks(at: usize, end: usize): usize {
  const separator = i8x16.splat(i8(delimiter));
  let to = marks;
  for (; at < end; at += 64) {
    let bits =
      marksOf(at, separator) |
      (marksOf(at + 16, separator) << 16) |
      (marksOf(at + 32, separator) << 32) |
      (marksOf(at + 48, separator) << 48);
    while (bits != 0) {
      store<u32>(to, u32(at) + u32(ctz(bits)));
      to += 4;
      bits &= bits - 1;
    }
  }
  return to;
}

// @ts-ignore: decorators of functions are AssemblyScript's
@inline
function marksOf(at: usize, separator: v128): u64 {
  const bytes = v128.load(at);
  const isMark = v128.or(
    v128.or(i8x16.eq(bytes, separator), i8x16.eq(bytes, i8x16.splat(10))),
    v128.or(i8x16.eq(bytes, i8x16.splat(13)), i8x16.eq(bytes, i8x16.splat(34))),
  );
  return u64(u32(i8x16.bitmask(isMark)));
}

/** The number with these digits, a byte each, the first one lowest. */
// @ts-ignore: decorators of functions are AssemblyScript's
@inline
function eightDigits(digits: u64): f64 {
  const pairs = digits * 10 + (digits >> 8);
  const sum =
    (pairs & 0x000000ff000000ff) * 0x000f424000000064 +
    ((pairs >> 16) & 0x000000ff000000ff) * 0x0000271000000001;
  return f64(u32(sum >> 32));
}
