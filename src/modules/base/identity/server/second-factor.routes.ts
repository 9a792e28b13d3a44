import {
  type Call,
  type Context,
  type Result,
  type Route,
  accept,
  serve,
  statement,
} from "../../../../engine/public.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { identityMessages } from "../shared/messages.ts";
import { foldLogin } from "../shared/password.ts";
import {
  type SecondFactorAnswer,
  beginSecondFactor,
  readMySecondFactor,
  readSecondFactorOf,
  renewRecoveryCodes,
  resetSecondFactor,
  turnSecondFactorOff,
  turnSecondFactorOn,
} from "../shared/second-factor.contract.ts";
import { type Access, logAccess } from "./access-log.ts";
import { isSecondFactorRequired } from "./enter.ts";
import { loadPerson } from "./load-principal.ts";
import { endSessions } from "./open-session.ts";
import { othersPerson } from "./others-person.ts";
import { countTry, provePassword } from "./prove-password.ts";
import { makeRecoveryCodes } from "./recovery-codes.ts";
import { deny, denyWith } from "./refusals.ts";
import {
  type Owner,
  confirmSecondFactor,
  dropSecondFactor,
  offerSecondFactor,
  useSecondFactor,
} from "./second-factor.ts";
import { readSecurity } from "./security-settings.ts";
import { originOf } from "./session-cookie.ts";
import { forgiveAttempts } from "./sign-in-attempts.ts";
import { integer, sure, timestamptz } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";

export const factorOf = statement(
  { since: sure(timestamptz), codes: integer },
  ({ system }, user: string) =>
    sql`select f.confirmed_at as since, (select count(*)::int from ${system("recovery_code")} r where r.user_id = f.user_id) as codes
      from ${system("second_factor")} f where f.user_id = ${user} and f.confirmed_at is not null`,
);
async function stateOf(context: Context, userId: string): Promise<SecondFactorAnswer> {
  const { db, workspace } = context;
  const [row] = await db.query(factorOf(workspace, userId));
  const required = await isSecondFactorRequired(context, userId, await readSecurity(db, workspace));
  return { on: row !== undefined, since: row?.since ?? null, codes_left: row?.codes ?? 0, required };
}

/** The signed-in person; keys and programs have no second factor. */
async function ownerOf({ db, workspace, principal }: Context): Promise<Result<Owner>> {
  const person =
    principal.kind === "person" && principal.id ? await loadPerson(db, workspace, principal.id) : null;
  return person?.login && principal.id
    ? accept({ id: principal.id, login: person.login })
    : deny(403, "person_needed");
}

const readRoute = serve(readMySecondFactor, { viewing: "closed" }, async (context) => {
  const owner = await ownerOf(context);
  return owner.ok ? accept({ data: await stateOf(context, owner.value.id) }) : owner;
});

const offerRoute = serve(beginSecondFactor, {}, async (context, { body: { password }, request }) => {
  const owner = await ownerOf(context);
  if (!owner.ok) return owner;
  const { ip } = originOf(request);
  const proven = await provePassword(context, owner.value.login, password, ip, "password");
  if (!proven.ok) return proven;
  const offer = await offerSecondFactor(context.db, context, owner.value);
  return offer ? accept({ data: offer }) : deny(409, "second_factor_on");
});

interface CodeCall extends Pick<Call, "request"> {
  readonly body: { readonly code: string };
}
type Step<T> = (tx: Transaction, owner: Owner, code: string) => Promise<T | null>;

/**
 * Something that needs a code of one's own: counted, done and written down together. `step` gives null for a
 * wrong code.
 */
async function withCode<T>(
  context: Context,
  { body, request }: CodeCall,
  kind: Access["kind"],
  step: Step<T>,
): Promise<Result<T>> {
  const owner = await ownerOf(context);
  if (!owner.ok) return owner;
  const { db, workspace, principal } = context;
  const origin = originOf(request);
  const key = `second:${foldLogin(owner.value.login)}`;
  const leave = await countTry(context, key, origin.ip);
  if (!leave.ok) return leave;
  const done = await db.transaction(async (tx) => {
    const made = await step(tx, owner.value, body.code);
    if (made !== null)
      await logAccess(tx, workspace, {
        kind,
        user: owner.value.id,
        credential: principal.credential ?? null,
        ...origin,
      });
    return made;
  });
  if (done === null)
    return denyWith("wrong_code", [{ code: "wrong_code", field: "code", text: identityMessages.wrong_code }]);
  await forgiveAttempts(db, workspace, key);
  return accept(done);
}

const confirmRoute = serve(turnSecondFactorOn, {}, async (context, call) => {
  const done = await withCode(context, call, "second_factor_on", async (tx, { id }, code) => {
    const codes = await confirmSecondFactor(tx, context, id, code);
    // Who came in with the password alone, on another device, is asked again.
    if (codes) await endSessions(tx, context.workspace, id, context.principal.credential ?? null);
    return codes;
  });
  return done.ok ? accept({ data: { recovery_codes: done.value } }) : done;
});

const codesRoute = serve(renewRecoveryCodes, {}, async (context, call) => {
  const done = await withCode(context, call, "recovery_codes_made", async (tx, { id }, code) =>
    (await useSecondFactor(tx, context, id, code)) ? makeRecoveryCodes(tx, context, id) : null,
  );
  return done.ok ? accept({ data: { recovery_codes: done.value } }) : done;
});

const offRoute = serve(turnSecondFactorOff, {}, async (context, call) => {
  const { id } = context.principal;
  if (id && (await isSecondFactorRequired(context, id, await readSecurity(context.db, context.workspace))))
    return deny(409, "second_factor_stays");
  const done = await withCode(context, call, "second_factor_off", async (tx, owner, code) =>
    (await useSecondFactor(tx, context, owner.id, code)) ? dropSecondFactor(tx, context, owner.id) : null,
  );
  return done.ok ? accept(null) : done;
});

const othersRoute = serve(
  readSecondFactorOf,
  { ability: "people.manage", viewing: "closed" },
  async (context, { params }) => {
    const person = await othersPerson(context, params.id);
    return person.ok ? accept({ data: await stateOf(context, person.value.id) }) : person;
  },
);

const resetRoute = serve(
  resetSecondFactor,
  { ability: "people.manage" },
  async (context, { params, request }) => {
    const { db, workspace, principal } = context;
    if (principal.kind !== "person") return deny(403, "person_needed");
    const person = await othersPerson(context, params.id);
    if (!person.ok) return person;
    const { id, login } = person.value;
    // One's own goes by a code: an open desk must not be enough.
    if (id === principal.id) return deny(403, "forbidden");
    return db.transaction(async (tx): Promise<Result<null>> => {
      if (!(await dropSecondFactor(tx, context, id))) return deny(409, "second_factor_off");
      await endSessions(tx, workspace, id);
      await logAccess(tx, workspace, {
        kind: "second_factor_reset",
        user: id,
        login,
        ...originOf(request),
        detail: { by: principal.id },
      });
      return accept(null);
    });
  },
);

export const secondFactorRoutes: readonly Route[] = [
  readRoute,
  offerRoute,
  confirmRoute,
  codesRoute,
  offRoute,
  othersRoute,
  resetRoute,
];
