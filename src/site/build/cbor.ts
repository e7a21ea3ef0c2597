/** Writes the few kinds of CBOR (RFC 8949) that Pagefind's files consist of: whole numbers, texts and lists of known length. */
export class CborWriter {
  #bytes = Buffer.allocUnsafe(1 << 16);
  #length = 0;

  /** Begins a list; as many values as `length` says have to follow. */
  list(length: number): void {
    this.#head(LIST, length);
  }

  /** A whole number, negative ones too, below 2 ** 32. */
  number(value: number): void {
    if (value < 0) this.#head(NEGATIVE, -1 - value);
    else this.#head(NUMBER, value);
  }

  text(value: string): void {
    const size = Buffer.byteLength(value);
    this.#head(TEXT, size);
    this.#room(size);
    this.#length += this.#bytes.write(value, this.#length);
  }

  /** What was written since it was asked last. */
  take(): Buffer {
    const taken = Buffer.from(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    return taken;
  }

  #head(kind: number, value: number): void {
    this.#room(LONGEST_HEAD);
    if (value < 24) this.#byte(kind | value);
    else if (value < 0x100) {
      this.#byte(kind | 24);
      this.#byte(value);
    } else if (value < 0x1_0000) {
      this.#byte(kind | 25);
      this.#length = this.#bytes.writeUInt16BE(value, this.#length);
    } else {
      this.#byte(kind | 26);
      this.#length = this.#bytes.writeUInt32BE(value, this.#length);
    }
  }

  #byte(value: number): void {
    this.#bytes[this.#length++] = value;
  }

  #room(size: number): void {
    if (this.#length + size <= this.#bytes.length) return;
    const more = Buffer.allocUnsafe(2 * Math.max(this.#bytes.length, size));
    this.#bytes.copy(more, 0, 0, this.#length);
    this.#bytes = more;
  }
}

const NUMBER = 0 << 5;
const NEGATIVE = 1 << 5;
const TEXT = 3 << 5;
const LIST = 4 << 5;
const LONGEST_HEAD = 5;
