/** One page of a document as a picture of bounded size (JPEG), and how many pages there are. */
export interface Preview {
  readonly picture: Uint8Array<ArrayBuffer>;
  readonly pages: number;
}

/** Why a document cannot be shown: too many pixels, damaged, no such page, or too many others wait to be drawn. */
export type NoPreview = 'TOO_LARGE' | 'UNREADABLE' | 'NO_SUCH_PAGE' | 'BUSY';

/** The page to show; `page` counts from 1. */
export interface WantedPreview {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly page: number;
}

/** The result of a preview, as the worker posts it. */
export type MadePreview = ({ readonly ok: true } & Preview) | { readonly ok: false; readonly reason: NoPreview };

/** The longer side of a preview, in pixels: an A4 page is readable. */
export const longestSide = 1_600;
/** The most pixels that are decoded: a decoded pixel takes four bytes. Phones take pictures of 12 to 50 million. */
export const mostPixels = 64_000_000;

/** The factor that fits a picture into `longestSide`; small pictures stay as they are. */
export function fittingScale(width: number, height: number, mayGrow: boolean): number {
  const scale = longestSide / Math.max(width, height, 1);
  return mayGrow ? scale : Math.min(1, scale);
}
