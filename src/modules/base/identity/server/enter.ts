import { type Context, type Result, type Workspace, accept, statement } from "../../../../engine/public.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import { ADMINISTRATOR } from "../shared/preset-roles.ts";
import { identityMessages } from "../shared/messages.ts";
import type { SecondStep } from "../shared/second-factor.contract.ts";
import type { Security } from "../shared/security.contract.ts";
import { loadPerson } from "./load-principal.ts";
import { plainAddress } from "./plain-address.ts";
import { readSecurity } from "./security-settings.ts";
import { type Owner, offerSecondFactor } from "./second-factor.ts";
import { startChallenge } from "./sign-in-challenge.ts";
import { deny } from "./refusals.ts";
import { boolean, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";

export const whetherAllowed = statement(
  { allowed: boolean },
  ({ system }, address: string | null) =>
    sql`select coalesce(networks_people is null or ${address}::inet <<= any(networks_people), false) as allowed from ${system("versions")}`,
);
export const workingFactor = statement(
  { user_id: uuid },
  ({ system }, user: string) =>
    sql`select user_id from ${system("second_factor")} where user_id = ${user} and confirmed_at is not null`,
);

/** Whether people may sign in from this address. */
export async function isNetworkAllowed(db: Executor, workspace: Workspace, ip: string): Promise<boolean> {
  const [row] = await db.query(whetherAllowed(workspace, plainAddress(ip)));
  return row?.allowed ?? false;
}

/** Whether the company asks a second factor of this person. */
export async function isSecondFactorRequired(
  { db, workspace }: Context,
  userId: string,
  { second_factor: rule }: Security,
): Promise<boolean> {
  if (rule !== "administrators") return rule === "everybody";
  const person = await loadPerson(db, workspace, userId);
  return (
    person?.principal.roles.some((role) => role.name === ADMINISTRATOR || role.abilities.includes("*")) ??
    false
  );
}

/** After a right password: whether the person may enter with it alone, or what is still missing. */
export async function checkSecondStep(db: Executor, context: Context, person: Owner): Promise<Result<null>> {
  const { workspace } = context;
  const security = await readSecurity(db, workspace);
  if (!security.passwords.everybody && security.passwords.break_glass !== person.id)
    return deny(403, "password_off");
  const [factor] = await db.query(workingFactor(workspace, person.id));
  if (factor)
    return needs("second_factor_required", {
      challenge: await startChallenge(db, workspace, person.id, false),
    });
  if (!(await isSecondFactorRequired(context, person.id, security))) return accept(null);
  const offer = await offerSecondFactor(db, context, person);
  if (!offer) return deny(409, "sign_in_again");
  return needs("second_factor_setup_required", {
    challenge: await startChallenge(db, workspace, person.id, true),
    offer,
  });
}

const needs = (
  code: "second_factor_required" | "second_factor_setup_required",
  step: SecondStep,
): Result<never> => ({
  ok: false,
  refusal: { status: 401, code, text: identityMessages[code], reasons: [], extra: { ...step } },
});
