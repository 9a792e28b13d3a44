export interface AskedFirst {
  readonly status: number;
  readonly body: unknown;
}
declare global {
  interface Window {
    /** By address: what `ask-first.js` of the page has asked for before the program was there; null: in vain. */
    sluiceAskedFirst?: Map<string, Promise<AskedFirst | null>>;
  }
}
const all = () => globalThis.window?.sluiceAskedFirst;

/**
 * The answer to an address that the page itself asked for as it was opened, once; undefined where it did not. It
 * was asked with the same cookie, and under the same rights.
 */
export function takeAskedFirst(address: string): Promise<AskedFirst | null> | undefined {
  const asked = all()?.get(address);
  all()?.delete(address);
  return asked;
}
/** Something is written: what was asked for before may be otherwise now. */
export const forgetAskedFirst = (): void => all()?.clear();
