import { createHash, hkdfSync, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { type Context, statement } from "../../../../engine/public.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import { text } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Proof, ProofOfWork } from "../shared/proof-of-work.ts";

const MAX = 40_000;
const MINUTES = 20;
const SALT = /^[0-9a-f]{24}\.(\d{10})$/;

const sha256 = (words: string): string => createHash("sha256").update(words).digest("hex");
const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** The number of a salt follows from the installation's secret: nothing is stored until a proof is spent. */
function numberOf({ secret, workspace }: Context, about: string, salt: string): number {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "sluice proof of work", 32));
  return (
    createHmac("sha256", key).update(`${workspace.code} ${about} ${salt}`).digest().readUInt32BE(0) % MAX
  );
}

/** A puzzle for one page, good for twenty minutes. */
export function makePuzzle(context: Context, about: string, now = Date.now()): ProofOfWork {
  const salt = `${randomBytes(12).toString("hex")}.${Math.floor(now / 1000) + MINUTES * 60}`;
  const number = numberOf(context, about, salt);
  return { algorithm: "SHA-256", salt, challenge: sha256(`${salt}${number}`), max: MAX };
}

/** Whether this is the answer to a puzzle of ours for this page that has not run out. */
export function isProof(
  context: Context,
  about: string,
  { salt, challenge, number }: Proof,
  now = Date.now(),
): boolean {
  const until = Number(SALT.exec(salt)?.[1] ?? 0) * 1000;
  if (until < now || until > now + MINUTES * 60_000 + 1000) return false;
  return number === numberOf(context, about, salt) && isSame(challenge, sha256(`${salt}${number}`));
}

export const spend = statement(
  { salt: text },
  ({ system }, salt: string) =>
    sql`with gone as (delete from ${system("spent_proof")} where until < now())
      insert into ${system("spent_proof")} (salt, until) values (${salt}, to_timestamp(split_part(${salt}, '.', 2)::bigint)) on conflict (salt) do nothing returning salt`,
);
/** Each proof serves once; false where it has served. */
export async function spendProof(db: Executor, { workspace }: Context, { salt }: Proof): Promise<boolean> {
  return (await db.query(spend(workspace, salt))).length > 0;
}
