import { parsePhoneNumberFromString } from "libphonenumber-js";

/** A phone number in E.164 (with " ext. 801" when it has an extension); numbers without a country are Chinese. Null when it cannot be one. */
export function parsePhone(cell: string): string | null {
  const text = cell.normalize("NFKC").trim();
  const extension = /^(0\d{2,3}-?\d{7,8}|\+\d{8,15})[ ]*(?:[-转x#]|ext\.?)[ ]*(\d{1,6})$/i.exec(text);
  const parsed = parsePhoneNumberFromString(extension ? extension[1]! : text, "CN");
  if (!parsed?.isPossible()) return null;
  const ext = extension?.[2] ?? parsed.ext;
  return ext ? `${parsed.number} ext. ${ext}` : parsed.number;
}
