/**
 * Waits, where fewer than `needed` ms are left of the present stretch of time, for the next one: what a test
 * then does within them does not fall into two. Stretches of `length` ms are counted from the epoch, `offset`
 * ms earlier.
 * @example await timeLeft(10_000, 30_000); // of the half minute for which a one-time code is shown
 */
export async function timeLeft(needed: number, length: number, offset = 0): Promise<void> {
  const left = length - ((Date.now() + offset) % length);
  if (left < needed) await new Promise((resolve) => setTimeout(resolve, left + 50));
}

/** The same for the day of the company, in Shanghai. */
export const dayLeft = (needed: number): Promise<void> => timeLeft(needed, 24 * 3_600_000, 8 * 3_600_000);
