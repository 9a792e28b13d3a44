/** The encodings by the names that people know them by. */
export const ENCODING_NAMES: Readonly<Record<string, string>> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16 LE",
  "utf-16be": "UTF-16 BE",
  gb18030: "GBK / GB18030",
  shift_jis: "Shift-JIS",
  "euc-kr": "EUC-KR",
  big5: "Big5",
  "euc-jp": "EUC-JP",
  "windows-1252": "Windows-1252",
  "windows-1250": "Windows-1250",
  "windows-1251": "Windows-1251",
  "windows-1253": "Windows-1253",
  "windows-1254": "Windows-1254",
  macintosh: "Mac Roman",
};
