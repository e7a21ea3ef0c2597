import { encode } from 'uqr';

/** Modules of white around a code: scanners want four. */
const BORDER = 4;

/** The dark modules of a code for an address, row by row, its white border included. */
export function codeOf(address: string): readonly (readonly boolean[])[] {
  return encode(address, { ecc: 'M', border: BORDER }).data;
}

/** The same as the path of an SVG whose unit is one module. */
export function codePath(rows: readonly (readonly boolean[])[]): string {
  return rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
}

/** Pixels of a module in the picture: enough for print at 25 mm. */
const SCALE = 8;
const HEADER = 62;

/** The same as a black and white picture (BMP, one bit a pixel), which every Word and WPS reads. */
export function codePicture(rows: readonly (readonly boolean[])[]): Uint8Array<ArrayBuffer> {
  const size = rows.length * SCALE;
  const stride = Math.ceil(size / 32) * 4;
  const bytes = new Uint8Array(HEADER + stride * size);
  const view = new DataView(bytes.buffer);
  bytes.set([0x42, 0x4d]);
  view.setUint32(2, bytes.length, true);
  view.setUint32(10, HEADER, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, size, true);
  view.setInt32(22, size, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 1, true);
  view.setUint32(34, stride * size, true);
  view.setUint32(46, 2, true);
  // Two colours: white for a bit that is 0, black for 1.
  view.setUint32(54, 0x00ffffff, true);
  for (let y = 0; y < size; y++) {
    const row = rows[Math.floor((size - 1 - y) / SCALE)] ?? [];
    for (let x = 0; x < size; x++) {
      const at = HEADER + y * stride + (x >> 3);
      if (row[Math.floor(x / SCALE)]) bytes[at] = (bytes[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return bytes;
}
