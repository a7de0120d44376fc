const marker = { fill: 0xff, picture: 0xda, first: 0xd0, last: 0xd8, temporary: 0x01 } as const;

/** Finds where a JPEG's picture data begins, after its segments; one of these may hold a complete preview image. */
export class PictureStart {
  /** The offset in bytes; undefined until it is found, and for files that are not JPEG. */
  at: number | undefined;
  #next = 2;
  #header: number[] = [];
  #isOver = false;

  /** Takes the next piece of the document, `offset` bytes from its beginning. */
  take(chunk: Buffer, offset: number): void {
    for (
      let place = this.#next + this.#header.length;
      !this.#isOver && place < offset + chunk.length;
      place = this.#next + this.#header.length
    ) {
      this.#read(chunk[place - offset] ?? 0);
    }
  }

  #read(byte: number): void {
    const header = [...this.#header, byte];
    const [begins, kind = -1, high = 0, low = 0] = header;
    this.#header = header;
    if (begins !== marker.fill) this.#isOver = true;
    else if (kind === marker.fill) this.#skip(1);
    else if ((kind >= marker.first && kind <= marker.last) || kind === marker.temporary) this.#skip(2);
    else if (kind === marker.picture) {
      this.at = this.#next;
      this.#isOver = true;
    } else if (header.length === 4) this.#skip(2 + high * 256 + low);
  }

  #skip(bytes: number): void {
    this.#next += bytes;
    this.#header = [];
  }
}
