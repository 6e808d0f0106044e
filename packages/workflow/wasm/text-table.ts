/*
 * The different texts of a column, by their bytes. A table is: the number of texts and the bytes used by them; 4096 slots of
 * a text's number plus 1, or 0; for each text where it begins and its length; the bytes.
 */
const slots: u32 = 4096;
const maxTexts: u32 = 1024;
const slotsAt: usize = 8;
const textsAt: usize = slotsAt + <usize>slots * 4;
const bytesAt: usize = textsAt + <usize>maxTexts * 8;
const maxBytes: u32 = 24576;

/** Bytes of a table. */
export function textTableSize(): u32 {
  return u32(bytesAt) + maxBytes;
}

/** The number of a text in a table, or -1. */
export function findText(table: usize, from: usize, to: usize): i32 {
  const length = u32(to - from);
  let slot = hashOf(from, to);
  let found: u32;
  while ((found = load<u32>(table + slotsAt + (<usize>(slot & (slots - 1)) << 2))) != 0) {
    const text = table + textsAt + (<usize>(found - 1) << 3);
    if (load<u32>(text, 4) == length && isEqual(<usize>load<u32>(text), from, to)) return i32(found - 1);
    slot++;
  }
  return -1;
}

/** Adds a text that the table does not have. Returns its number, or -1 if the table is full. */
export function addText(table: usize, from: usize, to: usize): i32 {
  const count = load<u32>(table);
  const used = load<u32>(table, 4);
  const length = u32(to - from);
  if (count == maxTexts || used + length > maxBytes) return -1;
  const begin = table + bytesAt + used;
  memory.copy(begin, from, to - from);
  store<u32>(table + textsAt + (<usize>count << 3), u32(begin));
  store<u32>(table + textsAt + (<usize>count << 3), length, 4);
  let slot = hashOf(from, to);
  while (load<u32>(table + slotsAt + (<usize>(slot & (slots - 1)) << 2)) != 0) slot++;
  store<u32>(table + slotsAt + (<usize>(slot & (slots - 1)) << 2), count + 1);
  store<u32>(table, count + 1);
  store<u32>(table, used + length, 4);
  return i32(count);
}

function hashOf(from: usize, to: usize): u32 {
  let hash: u32 = 2166136261;
  for (let at = from; at < to; at++) hash = (hash ^ load<u8>(at)) * 16777619;
  return hash ^ (hash >> 15);
}

function isEqual(text: usize, from: usize, to: usize): bool {
  for (let at = from; at < to; at++, text++) if (load<u8>(text) != load<u8>(at)) return false;
  return true;
}
