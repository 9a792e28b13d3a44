/** What somebody signs in with, and where that reaches them. */
export interface WaysToReach {
  readonly login: string;
  readonly email?: string;
  readonly mobile?: string;
}
const PHONE = /^\+?[\d\s()-]{6,}$/;

/**
 * One line, whatever it is: a mail address, a number written with spaces or hyphens, or just a login.
 *
 *     waysToReach("138 0013 8000") // { login: "13800138000", mobile: "13800138000" }
 */
export function waysToReach(contact: string): WaysToReach {
  const line = contact.trim();
  if (line.includes("@")) return { login: line, email: line };
  if (!PHONE.test(line)) return { login: line };
  const number = line.replace(/[\s()-]/g, "");
  return { login: number, mobile: number };
}
