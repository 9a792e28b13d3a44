import {
  type Context,
  type Result,
  accept,
  asProgram,
  creating,
  newId,
  statement,
  updating,
} from "../../../../engine/public.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { company } from "../../../../objects/system/company/company.object.ts";
import { department } from "../../../../objects/system/department/department.object.ts";
import { userRole } from "../../../../objects/system/user-role/user-role.object.ts";
import { user } from "../../../../objects/system/user/user.object.ts";
import { label, type Language } from "../../../../shared/i18n/label.ts";
import { checkPassword } from "../shared/password.ts";
import { ADMINISTRATOR } from "../shared/preset-roles.ts";
import type { SetupValues } from "../shared/setup.contract.ts";
import { logAccess } from "./access-log.ts";
import { storePassword } from "./change-password.ts";
import { DEFAULT_COMPANY } from "./company-settings.ts";
import { hashPassword } from "./hash-password.ts";
import { deny, denyWith } from "./refusals.ts";
import { seedCalendar } from "./seed-calendar.ts";
import { seedRoles } from "./seed-roles.ts";
import { writeAll } from "./write.ts";
import { boolean, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";

export const anyPassword = statement(
  { user_id: uuid },
  ({ system }) => sql`select user_id from ${system("credential")} limit 1`,
);
export const tryLock = statement(
  { free: boolean },
  (_, name: string) => sql`select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as free`,
);
export const topDepartment = statement(
  { id: uuid },
  ({ record }) =>
    sql`select id from ${record("department")} where parent is null and deleted_at is null order by created_at, id limit 1`,
);
export const personByLogin = statement(
  { id: uuid },
  ({ record }, login: string) =>
    sql`select id from ${record("user")} where lower(normalize(login, nfkc)) = lower(normalize(${login}::text collate "C", nfkc)) and deleted_at is null`,
);
export const administratorRole = statement(
  { id: uuid, held: boolean },
  ({ record }, user: string) =>
    sql`select r.id, exists (select from ${record("user_role")} l where l.role = r.id and l."user" = ${user} and l.deleted_at is null) as held from ${record("role")} r where r.name = ${ADMINISTRATOR} and r.deleted_at is null`,
);
export const firstCompany = statement(
  { id: uuid },
  ({ record }) => sql`select id from ${record("company")} where deleted_at is null limit 1`,
);

/** Setup is open while nobody has a password. */
export async function isSetupOpen({ db, workspace }: Context): Promise<boolean> {
  const rows = await db.query(anyPassword(workspace));
  return rows.length === 0;
}

/**
 * Makes the company, its root department and the administrator, all or nothing; of two at once one wins and
 * the other is refused with 409. Gives the administrator's id.
 */
export async function setUp(given: Context, values: SetupValues): Promise<Result<string>> {
  const context = asProgram(
    { ...given, language: values.language ?? given.language },
    "the first administrator is made before anybody could have made them",
  );
  const { db, workspace } = context;
  const weak = checkPassword(values.password, values.login);
  if (weak.length > 0) return denyWith("weak_password", weak);
  if (!(await isSetupOpen(context))) return deny(409, "setup_closed");
  await seedRoles(context);
  const hash = await hashPassword(values.password);
  const done = await db.transaction(
    async (tx): Promise<Result<string>> => {
      const [lock] = await tx.query(tryLock(workspace, `identity.setup ${workspace.schema}`));
      if (!lock?.free) return deny(409, "setup_running");
      const taken = await tx.query(anyPassword(workspace));
      return taken.length > 0 ? deny(409, "setup_closed") : write(tx, context, values, hash);
    },
    { longer: 20_000 },
  );
  if (done.ok)
    await seedCalendar({
      ...context,
      company: { ...context.company, language: values.language ?? context.company.language },
    });
  return done;
}

const UNNAMED = label("我的公司", "My company");
export const unnamedCompany = (language: Language): string => UNNAMED[language];
/** The name that a company has until somebody gives it one. */
export const isUnnamedCompany = (name: string): boolean => Object.values(UNNAMED).includes(name);

async function write(
  tx: Transaction,
  context: Context,
  values: SetupValues,
  hash: string,
): Promise<Result<string>> {
  const named = values.company?.trim() || unnamedCompany(context.language);
  const root = await rootDepartment(tx, context, named);
  if (!root.ok) return root;
  const first = await administrator(tx, context, values, root.value);
  if (!first.ok) return first;
  const settings = await companyRecord(tx, context, named, values);
  if (!settings.ok) return settings;
  await storePassword(tx, context.workspace, first.value, hash, false);
  await logAccess(tx, context.workspace, { kind: "setup", user: first.value, login: values.login });
  return accept(first.value);
}

/** The first department without a parent; the company's name for a new one. */
async function rootDepartment(tx: Transaction, context: Context, name: string): Promise<Result<string>> {
  const [found] = await tx.query(topDepartment(context.workspace));
  if (found) return accept(found.id);
  const id = newId();
  const written = await writeAll(context, "setup", [creating(department, { name }, { id })], tx);
  return written.ok ? accept(id) : written;
}

/** A person who is there already (from an import, say) and has this login becomes the administrator. */
async function administrator(
  tx: Transaction,
  context: Context,
  { login, name, email, language }: SetupValues,
  root: string,
): Promise<Result<string>> {
  const { workspace } = context;
  const [known] = await tx.query(personByLogin(workspace, login.trim()));
  const id = known?.id ?? newId();
  const values = {
    name: name?.trim() || login.trim(),
    login: login.trim(),
    department: root,
    active: true,
    ...(email ? { email } : login.includes("@") ? { email: login.trim() } : {}),
    ...(language ? { language } : {}),
  };
  const person = await writeAll(
    context,
    "setup",
    [known ? updating(user, id, { active: true }) : creating(user, values, { id })],
    tx,
  );
  if (!person.ok) return person;
  const [role] = await tx.query(administratorRole(workspace, id));
  if (!role) throw new Error("the administrator role is missing");
  const granted = await writeAll(
    context,
    "setup",
    role.held ? [] : [creating(userRole, { user: id, role: role.id })],
    tx,
  );
  return granted.ok ? accept(id) : granted;
}

async function companyRecord(
  tx: Transaction,
  context: Context,
  name: string,
  given: SetupValues,
): Promise<Result<unknown>> {
  const [found] = await tx.query(firstCompany(context.workspace));
  const {
    currency = DEFAULT_COMPANY.currency,
    zone = DEFAULT_COMPANY.zone,
    language = DEFAULT_COMPANY.language,
  } = given;
  if (found)
    return writeAll(
      context,
      "setup",
      given.company ? [updating(company, found.id, { name, currency, zone, language })] : [],
      tx,
    );
  return writeAll(context, "setup", [creating(company, { name, currency, zone, language })], tx);
}

/**
 * For the start: makes this administrator where nobody can sign in yet, does nothing otherwise. Safe in
 * several processes at once. A refusal is a bad setting (a weak password, say) and worth ending the start
 * for.
 */
export async function ensureAdministrator(
  context: Context,
  { login, password }: { readonly login: string; readonly password: string },
): Promise<Result<null>> {
  if (!(await isSetupOpen(context))) return accept(null);
  const done = await setUp(context, { login, password, language: context.language });
  return done.ok || done.refusal.status === 409 ? accept(null) : done;
}
