/** Ascending numbers as bytes: each by what it is above the one before, seven bits a byte, the lowest first. */
export function packNumbers(numbers: Int32Array): Uint8Array {
  const bytes = new Uint8Array(numbers.length * 5);
  let [length, before] = [0, -1];
  for (const number of numbers) {
    let step = number - before - 1;
    before = number;
    for (; step > 0x7f; step >>>= 7) bytes[length++] = (step & 0x7f) | 0x80;
    bytes[length++] = step;
  }
  return bytes.subarray(0, length);
}

/** The numbers again. */
export function unpackNumbers(bytes: Uint8Array): Int32Array {
  const numbers = new Int32Array(bytes.length);
  let [length, before, step, shift] = [0, -1, 0, 0];
  for (const byte of bytes) {
    step |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte & 0x80) continue;
    before += step + 1;
    numbers[length++] = before;
    [step, shift] = [0, 0];
  }
  return numbers.subarray(0, length);
}
