import { type Context, statement, systemTable } from "../../../../engine/public.ts";
import { boolean, bytea, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { Secret, TOTP } from "otpauth";
import { renderSVG } from "uqr";
import type { Executor, Transaction } from "../../../../platform/db/database.ts";
import type { SecondFactorOffer } from "../shared/second-factor.contract.ts";
import { makeRecoveryCodes, useRecoveryCode } from "./recovery-codes.ts";
import { openText, sealText } from "./seal-text.ts";

const PURPOSE = "second factor";
const PERIOD = 30;
/** A clock may be one step off. */
const WINDOW = 1;
export interface Owner {
  readonly id: string;
  readonly login: string;
}

/**
 * A new secret for a person who has none confirmed; the one offered before is gone. Null when they have one.
 */
export async function offerSecondFactor(
  db: Executor,
  { workspace, company, secret }: Context,
  { id, login }: Owner,
): Promise<SecondFactorOffer | null> {
  const made = new Secret({ size: 20 });
  const sealed = sealText(secret, PURPOSE, `${workspace.schema} ${id}`, made.base32);
  const rows = await db.query(offerSecret(workspace, id, sealed));
  if (rows.length === 0) return null;
  const uri = new TOTP({
    issuer: company.name || "Sluice",
    label: login,
    period: PERIOD,
    digits: 6,
    algorithm: "SHA1",
    secret: made,
  }).toString();
  return { secret: made.base32, uri, picture: renderSVG(uri, { ecc: "M", border: 2, pixelSize: 4 }) };
}

/**
 * Turns the offered secret on with a code of it; gives the recovery codes, or null when the code is not
 * right.
 */
export async function confirmSecondFactor(
  tx: Transaction,
  context: Context,
  userId: string,
  code: string,
): Promise<readonly string[] | null> {
  if (!(await useTotp(tx, context, userId, plain(code), false))) return null;
  return makeRecoveryCodes(tx, context, userId);
}

/** Uses a code up: one of the authenticator or a recovery code. A code is good once. Says which it was. */
export async function useSecondFactor(
  tx: Transaction,
  context: Context,
  userId: string,
  code: string,
): Promise<"code" | "recovery" | null> {
  const given = plain(code);
  if (/^\d{6}$/.test(given)) return (await useTotp(tx, context, userId, given, true)) ? "code" : null;
  return (await useRecoveryCode(tx, context, userId, given)) ? "recovery" : null;
}

/** Full-width digits, blanks and dashes as people type them. */
const plain = (code: string): string => code.normalize("NFKC").replace(/[\s-]/g, "").toLowerCase();

export const offerSecret = statement(
  { user_id: uuid },
  ({ system }, user: string, secret: Buffer) =>
    sql`insert into ${system("second_factor")} as f (user_id, secret) values (${user}, ${secret})
      on conflict (user_id) do update set secret = excluded.secret, made_at = now(), last_step = 0 where f.confirmed_at is null returning user_id`,
);
export const secretOf = statement(
  { secret: bytea },
  ({ system }, user: string, confirmed: boolean) =>
    sql`select secret from ${system("second_factor")} where user_id = ${user} and (confirmed_at is not null) = ${confirmed}`,
);
export const spendStep = statement(
  { user_id: uuid },
  ({ system }, user: string, step: number, confirmed: boolean) =>
    sql`update ${system("second_factor")} set last_step = ${step}, confirmed_at = coalesce(confirmed_at, now()) where user_id = ${user} and last_step < ${step} and (confirmed_at is not null) = ${confirmed} returning user_id`,
);
export const dropSecret = statement(
  { confirmed: boolean },
  ({ system }, user: string) =>
    sql`delete from ${system("second_factor")} where user_id = ${user} returning confirmed_at is not null as confirmed`,
);

async function useTotp(
  tx: Transaction,
  { workspace, secret, now }: Context,
  userId: string,
  token: string,
  confirmed: boolean,
): Promise<boolean> {
  const [row] = await tx.query(secretOf(workspace, userId, confirmed));
  const kept = row && openText(secret, PURPOSE, `${workspace.schema} ${userId}`, row.secret);
  if (!kept || !/^\d{6}$/.test(token)) return false;
  const timestamp = Date.parse(now);
  const delta = new TOTP({
    period: PERIOD,
    digits: 6,
    algorithm: "SHA1",
    secret: Secret.fromBase32(kept),
  }).validate({ token, timestamp, window: WINDOW });
  if (delta === null) return false;
  // One of two at once wins; a code that was seen over a shoulder is spent.
  const step = Math.floor(timestamp / 1000 / PERIOD) + delta;
  const used = await tx.query(spendStep(workspace, userId, step, confirmed));
  return used.length > 0;
}

/** Takes a person's second factor away. Says whether there was one that worked. */
export async function dropSecondFactor(
  db: Executor,
  { workspace }: Pick<Context, "workspace">,
  userId: string,
): Promise<boolean> {
  for (const name of ["recovery_code", "sign_in_challenge"])
    await db.query({
      text: `delete from ${systemTable(workspace, name)} where user_id = $1`,
      values: [userId],
    });
  const rows = await db.query(dropSecret(workspace, userId));
  return rows[0]?.confirmed ?? false;
}
