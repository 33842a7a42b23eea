// The few things build.mjs does to TrueType tables itself.

/**
 * The TrueType font with all `digits` as wide as the widest of them, each centred.
 * Be Vietnam Pro has proportional digits only and no `tnum` feature, so numbers would
 * not stand in columns; its licence allows a modified copy.
 */
export function equalWidthDigits(font, digits) {
  const result = Buffer.from(font);
  const tables = readTables(result);
  const glyphs = [...digits].map((digit) => glyphOf(result, digit.codePointAt(0)));
  const longMetrics = result.readUInt16BE(tables.hhea + 34);
  if (glyphs.some((glyph) => glyph === 0 || glyph >= longMetrics)) {
    throw new Error('a digit is missing from the font or shares its width record');
  }
  const record = (glyph) => tables.hmtx + 4 * glyph;
  const widest = Math.max(...glyphs.map((glyph) => result.readUInt16BE(record(glyph))));
  for (const glyph of glyphs) {
    const spare = widest - result.readUInt16BE(record(glyph));
    const bearing = result.readInt16BE(record(glyph) + 2);
    const shift = Math.round(spare / 2);
    result.writeUInt16BE(widest, record(glyph));
    result.writeInt16BE(bearing + shift, record(glyph) + 2);
    // Flag 1 of `head` says that outlines start at their bearing: move them along.
    shiftOutline(result, tables, glyph, shift);
  }
  return result;
}

function readTables(font) {
  const tables = {};
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const entry = 12 + 16 * index;
    tables[font.toString('latin1', entry, entry + 4)] = font.readUInt32BE(entry + 8);
  }
  return tables;
}

/** The glyph of a code point by the Windows Unicode table (format 4), 0 if there is none. */
export function glyphOf(font, codePoint) {
  const { cmap } = readTables(font);
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index += 1) {
    const entry = cmap + 4 + 8 * index;
    const subtable = cmap + font.readUInt32BE(entry + 4);
    if (font.readUInt16BE(entry) !== 3 || font.readUInt16BE(subtable) !== 4) continue;
    const segments = font.readUInt16BE(subtable + 6) / 2;
    for (let segment = 0; segment < segments; segment += 1) {
      const end = font.readUInt16BE(subtable + 14 + 2 * segment);
      if (end < codePoint) continue;
      const start = font.readUInt16BE(subtable + 16 + 2 * segments + 2 * segment);
      if (start > codePoint) return 0;
      const delta = font.readUInt16BE(subtable + 16 + 4 * segments + 2 * segment);
      const rangeAt = subtable + 16 + 6 * segments + 2 * segment;
      const range = font.readUInt16BE(rangeAt);
      if (range === 0) return (codePoint + delta) & 0xffff;
      const glyph = font.readUInt16BE(rangeAt + range + 2 * (codePoint - start));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
  }
  return 0;
}

/** Moves a simple glyph sideways: its box and the x of its first point, the rest being relative. */
function shiftOutline(font, { head, loca, glyf }, glyph, shift) {
  const long = font.readInt16BE(head + 50) === 1;
  const start = glyf + (long ? font.readUInt32BE(loca + 4 * glyph) : 2 * font.readUInt16BE(loca + 2 * glyph));
  const contours = font.readInt16BE(start);
  if (contours < 0) throw new Error('a digit is composed of other glyphs');
  font.writeInt16BE(font.readInt16BE(start + 2) + shift, start + 2);
  font.writeInt16BE(font.readInt16BE(start + 6) + shift, start + 6);
  const points = font.readUInt16BE(start + 10 + 2 * (contours - 1)) + 1;
  const instructions = start + 10 + 2 * contours;
  let flagsAt = instructions + 2 + font.readUInt16BE(instructions);
  const first = font[flagsAt];
  for (let seen = 0; seen < points; ) {
    const repeats = font[flagsAt] & 8 ? font[flagsAt + 1] : 0;
    flagsAt += font[flagsAt] & 8 ? 2 : 1;
    seen += 1 + repeats;
  }
  const SHORT = 2;
  const POSITIVE_OR_SAME = 16;
  if (first & SHORT) {
    const sign = first & POSITIVE_OR_SAME ? 1 : -1;
    const moved = sign * font[flagsAt] + shift;
    if (moved * sign < 0 || Math.abs(moved) > 255) {
      throw new Error('the first point of a digit needs a longer record');
    }
    font[flagsAt] = Math.abs(moved);
  } else if (!(first & POSITIVE_OR_SAME)) {
    font.writeInt16BE(font.readInt16BE(flagsAt) + shift, flagsAt);
  } else if (shift !== 0) {
    throw new Error('the first point of a digit has no record to move');
  }
}
