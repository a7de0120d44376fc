import { problem, type Bilingual, type Problem } from '@nuangong/primitives';

/** A kind of document not accepted as evidence, by marks in its first bytes, with advice for its owner. */
interface OtherDocument {
  readonly code: string;
  /** Any of these texts (latin1), `at` bytes from the beginning. */
  readonly marks: readonly string[];
  readonly at: number;
  readonly words: Bilingual;
}

const others: readonly OtherDocument[] = [
  {
    code: 'EVIDENCE_HEIC',
    marks: ['heic', 'heim', 'heis', 'heix', 'hevc', 'hevm', 'hevx', 'mif1', 'msf1', 'avif'].map(
      (brand) => `ftyp${brand}`,
    ),
    at: 4,
    words: {
      zh: '这是苹果手机的 HEIC 照片，电脑上多半打不开。在手机“设置—相机—格式”里选“兼容性最佳”后重拍，或把照片另存为 JPG 后上传',
      en:
        'This is a HEIC photograph, which many computers cannot open. In the telephone’s Settings, Camera, Formats choose ' +
        '“Most Compatible” and take it again, or save it as a JPEG and upload that.',
    },
  },
  {
    code: 'EVIDENCE_DOCUMENT',
    marks: ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'PK\x03\x04', 'PK\x05\x06', '{\\rtf', 'Rar!', '7z\xbc\xaf'],
    at: 0,
    words: {
      zh: '这是 Word、WPS、OFD 或压缩文件。打开后另存为 PDF，或把纸面拍成照片后上传',
      en: 'This is a Word, WPS or OFD document, or an archive. Open it and save it as a PDF, or upload a photograph of the paper.',
    },
  },
  {
    code: 'EVIDENCE_PICTURE',
    marks: ['RIFF', 'GIF87a', 'GIF89a', 'BM', 'II*\0', 'MM\0*'],
    at: 0,
    words: {
      zh: '图片不是 JPG 或 PNG 格式。用看图或画图程序打开，另存为 JPG 后上传',
      en: 'The picture is neither a JPEG nor a PNG. Open it, save it as a JPEG, and upload that.',
    },
  },
];

const another: Bilingual = {
  zh: '材料应为 PDF、JPG 或 PNG 文件，用扫描件或照片上传',
  en: 'Evidence must be a PDF, JPEG or PNG: upload a scan or a photograph.',
};

/** Why a document of another kind is refused, by its first bytes; EVIDENCE_TYPE if they are unknown. */
export function otherDocument(head: Buffer = Buffer.alloc(0)): Problem {
  const beginning = head.toString('latin1');
  const known = others.find(({ marks, at }) => marks.some((mark) => beginning.startsWith(mark, at)));
  return problem(known?.code ?? 'EVIDENCE_TYPE', known?.words ?? another, 'file');
}
