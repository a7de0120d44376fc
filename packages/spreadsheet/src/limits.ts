/** How large a spreadsheet may be before it is refused. Sizes in bytes. */
export type Limits = {
  /** The file as sent. */
  readonly fileBytes: number;
  /** All parts of the file together once unzipped. */
  readonly unzippedBytes: number;
  /** Unzipped to zipped size of any part above 4 MB. */
  readonly compressionRatio: number;
  /** Text of the shared strings, which are held in memory. */
  readonly sharedStringBytes: number;
  /** Characters in one cell; 32,767 is the most Excel can write. */
  readonly cellCharacters: number;
  /** Highest row number. */
  readonly rows: number;
  /** Highest column with a value. */
  readonly columns: number;
};

/** The limits in force unless others are given. */
export const DEFAULT_LIMITS: Limits = {
  fileBytes: 50 * 1024 * 1024,
  unzippedBytes: 600 * 1024 * 1024,
  compressionRatio: 250,
  sharedStringBytes: 128 * 1024 * 1024,
  cellCharacters: 32_767,
  rows: 1_048_576,
  columns: 500,
};
