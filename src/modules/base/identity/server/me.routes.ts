import {
  type Context,
  type Result,
  type Route,
  accept,
  elevate,
  roadIn,
  serve,
  statement,
  updating,
} from "../../../../engine/public.ts";
import { user } from "../../../../objects/system/user/user.object.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { type Me, keepPreferences } from "../../../../shared/wire/session.contract.ts";
import { changeMyself, changePassword, readMyself } from "../shared/me.contract.ts";
import { checkPassword } from "../shared/password.ts";
import { logAccess } from "./access-log.ts";
import { storePassword } from "./change-password.ts";
import { hashPassword } from "./hash-password.ts";
import { loadPerson } from "./load-principal.ts";
import { endSessions } from "./open-session.ts";
import { provePassword } from "./prove-password.ts";
import { readMe } from "./read-me.ts";
import { deny, denyWith } from "./refusals.ts";
import { originOf } from "./session-cookie.ts";
import { writeAll } from "./write.ts";
import { json } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";

const answerMe = async (context: Context): Promise<Result<{ readonly data: Me }>> => {
  const me = await readMe(context);
  return me.ok ? accept({ data: me.value }) : me;
};

const readRoute = serve(readMyself, { whilePasswordDue: true, outsiders: true }, answerMe);

const patchRoute = serve(changeMyself, {}, async (context, { body }) => {
  if (!context.principal.id) return deny(401, "signed_out");
  const written = await writeAll(
    elevate(context, "everyone may change their own settings", ["user"]),
    roadIn(context),
    [updating(user, context.principal.id, { ...body })],
  );
  return written.ok ? answerMe(context) : written;
});

const MAX_PREFERENCES = 64;

export const keepValues = statement(
  { value: json<Values>() },
  ({ system }, user: string | null, value: string, removed: readonly string[]) =>
    sql`insert into ${system("preference")} as p (user_id, value) values (${user}, ${value}::jsonb - ${removed}::text[])
        on conflict (user_id) do update set value = (p.value || ${value}::jsonb) - ${removed}::text[] where octet_length((p.value || ${value}::jsonb)::text) <= ${MAX_PREFERENCES * 1024} returning value`,
);

const preferencesRoute = serve(keepPreferences, {}, async ({ db, workspace, principal }, { body }) => {
  const value = JSON.stringify(body);
  if (Buffer.byteLength(value) > MAX_PREFERENCES * 1024)
    return deny(413, "too_large", { max: MAX_PREFERENCES });
  const removed = Object.keys(body).filter((key) => body[key] === null);
  const [row] = await db.query(keepValues(workspace, principal.id, value, removed));
  return row ? accept({ data: row.value }) : deny(413, "too_large", { max: MAX_PREFERENCES });
});

const passwordRoute = serve(
  changePassword,
  { whilePasswordDue: true, outsiders: true },
  async (context, { body, request }) => {
    const { db, workspace, principal } = context;
    if (!["person", "collaborator"].includes(principal.kind) || !principal.id)
      return deny(403, "person_needed");
    const person = await loadPerson(db, workspace, principal.id);
    if (!person?.login) return deny(403, "person_needed");
    const weak = checkPassword(body.next, person.login, "next");
    if (weak.length > 0) return denyWith("weak_password", weak);
    const origin = originOf(request);
    const proven = await provePassword(context, person.login, body.current, origin.ip, "current");
    if (!proven.ok) return proven;
    const hash = await hashPassword(body.next);
    await db.transaction(async (tx) => {
      await storePassword(tx, workspace, principal.id ?? "", hash, false);
      await endSessions(tx, workspace, principal.id ?? "", principal.credential ?? null);
      await logAccess(tx, workspace, {
        kind: "password_changed",
        user: principal.id,
        credential: principal.credential ?? null,
        ...origin,
      });
    });
    return accept(null);
  },
);

export const meRoutes: readonly Route[] = [readRoute, patchRoute, preferencesRoute, passwordRoute];
