import { type Context, type Result, accept, isUuid, refuse, statement } from "../../../../engine/public.ts";
import { orNull, text } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { loadPrincipal, loadRolePrincipal } from "../../identity/public.ts";
import { permissionScreenMessages } from "../shared/messages.ts";

/** Whose rights are asked about: a person, or a role in a department. */
export interface SubjectInput {
  readonly user?: string | undefined;
  readonly role?: string | undefined;
  readonly department?: string | undefined;
}
export interface SubjectOf {
  /** The caller's context with the asked person's rights; null for a person who cannot sign in (any more). */
  readonly context: Context | null;
  readonly name: string;
}
export const nobodyThere = () =>
  refuse({ status: 404, code: "not_found", text: permissionScreenMessages.nobody_there });

/** The context in which the asked person would act, for reading proofs with. */
export async function subjectOf(
  context: Context,
  { user, role, department }: SubjectInput,
): Promise<Result<SubjectOf>> {
  if ((user === undefined) === (role === undefined))
    return refuse({ status: 400, code: "malformed", text: permissionScreenMessages.user_or_role });
  if (![user, role, department].every((id) => id === undefined || isUuid(id))) return nobodyThere();
  if (user !== undefined) return asUser(context, user);
  const found = await loadRolePrincipal(context.db, context.workspace, role ?? "", department ?? null);
  return found
    ? accept({ context: withPrincipal(context, found.principal), name: found.principal.name })
    : nobodyThere();
}

export const nameOfUser = statement(
  { name: orNull(text) },
  ({ record }, id: string) => sql`select name from ${record("user")} where id = ${id} and deleted_at is null`,
);
async function asUser(context: Context, user: string): Promise<Result<SubjectOf>> {
  const { db, workspace } = context;
  const principal = await loadPrincipal(db, workspace, user);
  if (principal) return accept({ context: withPrincipal(context, principal), name: principal.name });
  const [row] = await db.query(nameOfUser(workspace, user));
  return row ? accept({ context: null, name: row.name ?? "" }) : nobodyThere();
}

const withPrincipal = (
  { idempotency: _key, ...context }: Context,
  principal: Context["principal"],
): Context => ({ ...context, principal });
