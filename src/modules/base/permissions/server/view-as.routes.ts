import {
  type CallOf,
  type Context,
  type Result,
  accept,
  isUuid,
  refuse,
  serve,
  systemTable,
} from "../../../../engine/public.ts";
import { loadViewed, logAccess, mayViewAs, originOf, type ViewAs } from "../../identity/public.ts";
import { permissionScreenMessages } from "../shared/messages.ts";
import { endViewAs, startViewAs } from "../shared/view-as.contract.ts";
import { nobodyThere } from "./subject.ts";

/** From here on this session sees what that person or role sees, and writes nothing. */
async function start(context: Context, { body: wanted, request }: CallOf<typeof startViewAs>) {
  const { db, workspace, principal } = context;
  if (principal.kind !== "person" || !principal.credential)
    return refuse({ status: 403, code: "person_needed", text: permissionScreenMessages.session_needed });
  const department = "role" in wanted ? (wanted.department ?? undefined) : undefined;
  const view: ViewAs = {
    ...("user" in wanted ? { user: wanted.user } : { role: wanted.role }),
    ...(department === undefined ? {} : { department }),
    since: context.now,
  };
  if (![view.user, view.role, view.department].every((one) => one === undefined || isUuid(one)))
    return nobodyThere();
  const target = await loadViewed(db, workspace, view);
  if (!target) return nobodyThere();
  if (!mayViewAs(principal, target))
    return refuse({ status: 403, code: "view_as_exceeds", text: permissionScreenMessages.view_as_exceeds });
  await db.transaction(async (tx) => {
    await tx.query({
      text: `update ${systemTable(workspace, "session")} set view_as = $2::jsonb where id = $1`,
      values: [principal.credential, JSON.stringify(view)],
    });
    const detail = {
      step: "start",
      as: target.name,
      user: view.user ?? null,
      role: view.role ?? null,
      department: view.department ?? null,
    };
    await logAccess(tx, workspace, {
      kind: "view_as",
      user: principal.id,
      credential: principal.credential ?? null,
      ...originOf(request),
      detail,
    });
  });
  return accept({ data: { as: target.name, since: view.since } });
}

async function end(
  { db, workspace, principal }: Context,
  { request }: CallOf<typeof endViewAs>,
): Promise<Result<null>> {
  const { viewedBy, credential } = principal;
  if (!viewedBy || !credential) return accept(null);
  await db.transaction(async (tx) => {
    await tx.query({
      text: `update ${systemTable(workspace, "session")} set view_as = null where id = $1`,
      values: [credential],
    });
    const detail = { step: "end", as: principal.name, since: viewedBy.since };
    await logAccess(tx, workspace, {
      kind: "view_as",
      user: viewedBy.id,
      credential,
      ...originOf(request),
      detail,
    });
  });
  return accept(null);
}

export const viewAsRoutes = [
  serve(startViewAs, { ability: "permissions.view_as" }, start),
  serve(endViewAs, { viewing: "open", outsiders: true }, end),
];
