import { randomInt } from "node:crypto";
import { type Context, systemTable } from "../../../../engine/public.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { fingerprint } from "./seal-text.ts";

const CODES = 10;
const PURPOSE = "recovery code";
/** Nothing that is taken for something else on paper; never digits alone, which are the authenticator's. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz";
const SIGNS = `${LETTERS}23456789`;
const LENGTH = 10;

/** Ten new codes, shown once; the earlier ones are gone. */
export async function makeRecoveryCodes(
  tx: Transaction,
  { workspace, secret }: Context,
  userId: string,
): Promise<readonly string[]> {
  const pick = (from: string): string => from.charAt(randomInt(from.length));
  const codes = Array.from(
    { length: CODES },
    () => pick(LETTERS) + Array.from({ length: LENGTH - 1 }, () => pick(SIGNS)).join(""),
  );
  const table = systemTable(workspace, "recovery_code");
  await tx.query({ text: `delete from ${table} where user_id = $1`, values: [userId] });
  await tx.query({
    text: `insert into ${table} (user_id, hash) select $1, unnest($2::bytea[])`,
    values: [
      userId,
      codes.map((code) => fingerprint(secret, PURPOSE, `${workspace.schema} ${userId}`, code)),
    ],
  });
  return codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`);
}

/** Uses a recovery code up; false when there is none such. */
export async function useRecoveryCode(
  tx: Transaction,
  { workspace, secret }: Context,
  userId: string,
  code: string,
): Promise<boolean> {
  const rows = await tx.query({
    text: `delete from ${systemTable(workspace, "recovery_code")} where user_id = $1 and hash = $2 returning 1`,
    values: [userId, fingerprint(secret, PURPOSE, `${workspace.schema} ${userId}`, code)],
  });
  return rows.length > 0;
}
