/** The parts of a web address that anybody asks for. */
interface WebAddress {
  readonly protocol: string;
  readonly hostname: string;
  readonly username: string;
  readonly password: string;
}
/** Browsers and Node both bring it, and it is the same one; ECMAScript, all that shared code may count on, does not. */
declare const URL: new (text: string) => WebAddress;

/** Reads a whole address, its scheme in front; null where the text is none. */
export function readWebAddress(text: string): WebAddress | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
