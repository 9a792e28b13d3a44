import { type Eraser, systemTable } from "../../../../engine/public.ts";
import { forgetBalances } from "../../balances/public.ts";
import { exportedFiles, exportedRows } from "./exported.ts";

/**
 * What lets a colleague in, and what is kept of where they came from. Their lines of the access log are
 * emptied with the log.
 */
export const eraseSignIn: Eraser = async (tx, context, { object, id, words }) => {
  const { workspace } = context;
  if (object !== "user") return { counts: {} };
  const counts: Record<string, number> = {};
  const empty = async (name: string, text: string, value: unknown = id): Promise<void> => {
    counts[name] = (await tx.query({ text: `${text} returning 1`, values: [value] })).length;
  };
  const table = (name: string): string => systemTable(workspace, name);
  await empty(
    "session",
    `update ${table("session")} set ended_at = coalesce(ended_at, now()), ip = null, user_agent = null where user_id = $1`,
  );
  await empty(
    "api_key",
    `update ${table("api_key")} set revoked_at = coalesce(revoked_at, now()), name = '' where user_id = $1`,
  );
  for (const name of [
    "credential",
    "invitation",
    "preference",
    "second_factor",
    "recovery_code",
    "sign_in_challenge",
    "oidc_binding",
    "masked_search",
  ])
    await empty(name, `delete from ${table(name)} where user_id = $1`);
  for (const kind of [exportedRows, exportedFiles])
    counts[kind.name] = await forgetBalances(tx, context, kind, id);
  await empty(
    "sign_in_attempt",
    `delete from ${table("sign_in_attempt")} where lower(login) = any($1::text[])`,
    words.map((word) => word.toLowerCase()),
  );
  return { counts };
};
