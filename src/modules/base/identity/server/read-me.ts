import { type Context, type Result, accept, statement } from "../../../../engine/public.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import type { Me } from "../../../../shared/wire/session.contract.ts";
import { mergeRights } from "../../../../shared/rights/combine-rights.ts";
import { loadPerson } from "./load-principal.ts";
import { deny } from "./refusals.ts";
import { readSecurity } from "./security-settings.ts";
import { NO_PERSON, loadRolePrincipal } from "./role-principal.ts";
import { json } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";

export const preferencesOf = statement(
  { value: json<Values>() },
  ({ system }, user: string) => sql`select value from ${system("preference")} where user_id = ${user}`,
);

/** What the screens know of who is signed in. */
export async function readMe(context: Context): Promise<Result<Me>> {
  const { db, workspace, principal, company } = context;
  if (principal.viewedBy) return accept(await readViewed(context));
  const person = principal.id ? await loadPerson(db, workspace, principal.id) : null;
  if (!person || !principal.id) return deny(401, "signed_out");
  const [kept] = await db.query(preferencesOf(workspace, principal.id));
  return accept({
    user: {
      id: principal.id,
      name: person.principal.name,
      login: person.login,
      email: person.email,
      language: person.language,
    },
    ...(person.principal.kind === "collaborator" ? { collaborator: true } : {}),
    roles: person.roles.map(({ name, label }) => ({ name, label })),
    departments: person.departments,
    abilities: mergeRights(principal.roles).abilities,
    company: {
      name: company.name,
      currency: company.currency,
      zone: company.zone,
      language: company.language,
    },
    preferences: kept?.value ?? {},
    watermark: (await readSecurity(db, workspace)).watermark,
    must_change_password: person.mustChangePassword,
  });
}

/** What somebody else's screens show, without what is theirs alone: login, mail, preferences. */
async function readViewed({ db, workspace, principal, company }: Context): Promise<Me> {
  const { viewedBy } = principal;
  const isPerson = principal.id !== null && principal.id !== NO_PERSON;
  const person = isPerson ? await loadPerson(db, workspace, principal.id ?? "") : null;
  const [role] = principal.roles;
  const asRole =
    isPerson || !role
      ? null
      : await loadRolePrincipal(db, workspace, role.id, principal.departments[0] ?? null);
  return {
    user: { id: principal.id ?? NO_PERSON, name: principal.name, login: null, email: null, language: null },
    ...(principal.kind === "collaborator" ? { collaborator: true } : {}),
    roles: person
      ? person.roles.map(({ name, label }) => ({ name, label }))
      : asRole
        ? [{ name: asRole.role.name, label: asRole.role.label }]
        : [],
    departments: person?.departments ?? asRole?.departments ?? [],
    abilities: mergeRights(principal.roles).abilities,
    company: {
      name: company.name,
      currency: company.currency,
      zone: company.zone,
      language: company.language,
    },
    preferences: {},
    watermark: (await readSecurity(db, workspace)).watermark,
    must_change_password: false,
    ...(viewedBy
      ? {
          viewing: {
            kind: isPerson ? "user" : "role",
            by: { id: viewedBy.id, name: viewedBy.name },
            since: viewedBy.since,
          },
        }
      : {}),
  };
}
