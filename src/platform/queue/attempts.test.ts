import { expect, test } from "vitest";
import { notCountingOutside } from "./attempts.ts";

const failing = (message: string, code?: string): Error =>
  Object.assign(new Error(message), code === undefined ? {} : { code });

test("an attempt that a full disk or the database ended is given back, as soon as that can be written; another one counts", async () => {
  for (const [error, gives] of [
    [failing('could not extend file "x": No space left on device', "53100"), 2],
    [failing("ENOSPC: no space left on device, write", "ENOSPC"), 2],
    [failing("terminating connection due to administrator command", "57P01"), 2],
    [failing("Connection terminated unexpectedly"), 2],
    [failing("x is undefined"), 0],
    [failing("duplicate key", "23505"), 0],
  ] as const) {
    let asked = 0;
    const giveBack = async () => {
      asked += 1;
      if (asked === 1) throw error;
    };
    await expect(notCountingOutside(() => Promise.reject(error), giveBack)).rejects.toBe(error);
    expect(asked, error.message).toBe(gives);
  }
  expect(
    await notCountingOutside(
      async () => 7,
      () => Promise.reject(new Error("not asked")),
    ),
  ).toBe(7);
});
