/** Windows of a phone, as a media query. */
export const phoneWidth = '(max-width: 599.95px)';

/** The console's colours by meaning, light and dark; every pair of text and ground is at least 5.4:1. */
export interface Tokens {
  readonly bg: string;
  readonly surface: string;
  readonly raised: string;
  readonly text: string;
  readonly secondary: string;
  readonly rule: string;
  readonly inputBorder: string;
  readonly bar: string;
  readonly onBar: string;
  readonly action: string;
  readonly onAction: string;
  readonly selected: string;
  readonly done: string;
  readonly onDone: string;
  readonly wait: string;
  readonly onWait: string;
  readonly stop: string;
  readonly onStop: string;
  readonly moving: string;
  readonly onMoving: string;
  readonly still: string;
  readonly onStill: string;
}

export const light: Tokens = {
  bg: '#F5F6F8',
  surface: '#FFFFFF',
  raised: '#EEF1F4',
  text: '#1F2733',
  secondary: '#566070',
  rule: '#D5DAE0',
  inputBorder: '#868F9A',
  bar: '#B3261E',
  onBar: '#FFFFFF',
  action: '#1857A8',
  onAction: '#FFFFFF',
  selected: '#E3EEFB',
  done: '#1B6E3C',
  onDone: '#E6F4EA',
  wait: '#8A4B00',
  onWait: '#FFF3DC',
  stop: '#A8200D',
  onStop: '#FDE9E6',
  moving: '#1857A8',
  onMoving: '#E7F0FB',
  still: '#4A5462',
  onStill: '#E9ECF0',
};

export const dark: Tokens = {
  bg: '#14181D',
  surface: '#1C2128',
  raised: '#262C35',
  text: '#E8ECF1',
  secondary: '#A9B3C1',
  rule: '#39414D',
  inputBorder: '#7C8796',
  bar: '#2A1513',
  onBar: '#FFD9D3',
  action: '#8AB8FF',
  onAction: '#0B1E3A',
  selected: '#1B3050',
  done: '#7FD69B',
  onDone: '#12301E',
  wait: '#F5BE6A',
  onWait: '#3A2705',
  stop: '#FF9C8C',
  onStop: '#43140D',
  moving: '#8AB8FF',
  onMoving: '#13294A',
  still: '#B8C1CD',
  onStill: '#2C333D',
};

/** A colour of a bar and of the number on it, at 4.5:1 or more. */
export interface BarColour {
  readonly bar: string;
  readonly text: string;
}

/** Steps towards a goal: calm and deeper with each step, the goal itself green as everything that is paid. */
export const stepColours = {
  light: [
    { bar: '#DDE1E6', text: '#1F2733' },
    { bar: '#C8D4E3', text: '#1F2733' },
    { bar: '#AEC5E2', text: '#1F2733' },
    { bar: '#86AAD7', text: '#1F2733' },
    { bar: '#3F74B5', text: '#FFFFFF' },
    { bar: '#1B6E3C', text: '#FFFFFF' },
  ],
  dark: [
    { bar: '#333B45', text: '#E8ECF1' },
    { bar: '#33455C', text: '#E8ECF1' },
    { bar: '#35527A', text: '#E8ECF1' },
    { bar: '#3A62A0', text: '#FFFFFF' },
    { bar: '#8AB8FF', text: '#0B1E3A' },
    { bar: '#7FD69B', text: '#12301E' },
  ],
} as const satisfies Readonly<Record<'light' | 'dark', readonly BarColour[]>>;

/** Fonts that are on the machine already; Chinese faces first where Latin ones lack the glyphs. */
export const screenFont =
  '-apple-system,"Segoe UI","PingFang SC","Hiragino Sans GB","Microsoft YaHei UI","Microsoft YaHei",' +
  '"Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Micro Hei",system-ui,sans-serif';
export const printFont = 'SimSun,"Songti SC","Noto Serif CJK SC",serif';
