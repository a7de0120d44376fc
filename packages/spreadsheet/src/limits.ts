/** The size limits above which a spreadsheet is refused; sizes in bytes. */
export type Limits = {
  /** The uploaded file. */
  readonly fileBytes: number;
  /** All parts of the file together after unzipping. */
  readonly unzippedBytes: number;
  /** The ratio of unzipped to zipped size for any part above 4 MB. */
  readonly compressionRatio: number;
  /** The text of the shared strings, which are held in memory. */
  readonly sharedStringBytes: number;
  /** Characters in one cell; 32,767 is the most Excel can write. */
  readonly cellCharacters: number;
  /** The highest row number. */
  readonly rows: number;
  /** The highest column with a value. */
  readonly columns: number;
};

/** The default limits. */
export const DEFAULT_LIMITS: Limits = {
  fileBytes: 50 * 1024 * 1024,
  unzippedBytes: 600 * 1024 * 1024,
  compressionRatio: 250,
  sharedStringBytes: 128 * 1024 * 1024,
  cellCharacters: 32_767,
  rows: 1_048_576,
  columns: 500,
};
