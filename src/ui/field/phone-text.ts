/**
 * `13800138000` → `138 0013 8000`, `051266668888` → `0512 6666 8888`; anything else, masked numbers too, as
 * it is.
 */
export function phoneText(phone: string): string {
  const digits = phone.replace(/[\s-]/g, "").replace(/^\+86/, "");
  if (/^1\d{10}$/.test(digits)) return `${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}`;
  const land = /^(010|02\d|0[3-9]\d{2})(\d{7,8})$/.exec(digits);
  if (land?.[1] && land[2]) return `${land[1]} ${land[2].slice(0, -4)} ${land[2].slice(-4)}`;
  return phone;
}
