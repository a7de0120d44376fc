const marker = { fill: 0xff, picture: 0xda, first: 0xd0, last: 0xd8, temporary: 0x01 } as const;

/** Finds where the picture of a JPEG begins, behind its segments: cameras keep a small preview, itself whole, in one. */
export class PictureStart {
  /** Bytes from the beginning; undefined until it is reached, and of what is no JPEG. */
  at: number | undefined;
  #next = 2;
  #header: number[] = [];
  #isOver = false;

  /** Takes the piece of the document that stands `offset` bytes from its beginning. */
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
