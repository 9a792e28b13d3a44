const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** How long it is waited after each try that failed; one more than these, and the message has failed. */
const PAUSES: readonly number[] = [1, 5, 15, 60, 180, 360, 720].map((minutes) => minutes * MINUTE);

const after = (iso: string, ms: number): string => new Date(Date.parse(iso) + ms).toISOString();

export const afterSeconds = (iso: string, seconds: number): string => after(iso, seconds * SECOND);

/** When a message is tried again that was tried so often; null where it has been often enough. */
export function nextTry(tries: number, iso: string): string | null {
  const pause = PAUSES[tries - 1];
  return pause === undefined ? null : after(iso, pause);
}
