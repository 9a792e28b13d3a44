/** The encodings a text file may be read in. */
export const ENCODINGS = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "gb18030",
  "big5",
  "shift_jis",
  "euc-jp",
  "euc-kr",
  "windows-1252",
  "windows-1250",
  "windows-1251",
  "windows-1253",
  "windows-1254",
  "macintosh",
] as const;
export type Encoding = (typeof ENCODINGS)[number];

const ALIASES: Readonly<Record<string, Encoding>> = {
  utf8: "utf-8",
  "utf-8-sig": "utf-8",
  "utf-16": "utf-16le",
  utf16: "utf-16le",
  utf16le: "utf-16le",
  utf16be: "utf-16be",
  gbk: "gb18030",
  gb2312: "gb18030",
  cp936: "gb18030",
  ansi: "gb18030",
  cp950: "big5",
  "big5-hkscs": "big5",
  sjis: "shift_jis",
  "shift-jis": "shift_jis",
  cp932: "shift_jis",
  eucjp: "euc-jp",
  euckr: "euc-kr",
  "ks_c_5601-1987": "euc-kr",
  cp1250: "windows-1250",
  cp1251: "windows-1251",
  cp1253: "windows-1253",
  cp1254: "windows-1254",
  "iso-8859-9": "windows-1254",
  macroman: "macintosh",
  "mac-roman": "macintosh",
  cp949: "euc-kr",
  cp1252: "windows-1252",
  "iso-8859-1": "windows-1252",
  latin1: "windows-1252",
};

/**
 * The encoding that a name means; undefined for a name we do not know. @example encodingOf("GBK") //
 * "gb18030"
 */
export function encodingOf(name: string): Encoding | undefined {
  const plain = name.trim().toLowerCase();
  return ENCODINGS.find((one) => one === plain) ?? ALIASES[plain];
}
