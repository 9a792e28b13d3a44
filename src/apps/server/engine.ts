import { PROGRAM } from "../../engine/kernel/elevate.ts";
import { randomUUID } from "node:crypto";
import type { FastifyRequest } from "fastify";
import type { Host } from "../../engine/api/host.ts";
import type { Who } from "../../engine/api/known-callers.ts";
import type { LiveCatalogs } from "../../engine/catalog/live-catalog.ts";
import { liveCatalogs } from "../../engine/catalog/live-catalog.ts";
import { followLog } from "../../engine/changes/follow-log.ts";
import type { LogFollower } from "../../engine/kernel/log-follower.ts";
import type { Context, Elevation, Principal, Workspace } from "../../engine/kernel/context.ts";
import type { Hooks } from "../../engine/kernel/hooks.ts";
import type { StartBulk } from "../../engine/kernel/long-work.ts";
import type { StartJob } from "../../engine/kernel/long-work.ts";
import type { Module } from "../../engine/module.ts";
import { systemTable } from "../../engine/schema/names.ts";
import type { Services } from "../../engine/kernel/services.ts";
import {
  authenticate,
  companySettings,
  loadPerson,
  SESSION_COOKIE,
  type SignedIn,
  viewedPrincipal,
} from "../../modules/base/identity/public.ts";
import type { Database, Executor } from "../../platform/db/database.ts";
import { migrate, workspacePlace } from "../../platform/db/migrate.ts";
import type { Replica } from "../../platform/db/replica.ts";
import type { Migration } from "../../platform/db/migration.ts";
import { StartRefused } from "../../platform/config/start-refused.ts";
import { languageOf } from "../../platform/http/language-of.ts";
import type { Language } from "../../shared/i18n/label.ts";
import { KnownWorkspaces } from "./known-workspaces.ts";
import { collectHooks } from "./modules.ts";
import { workspaceMessages } from "./workspace.messages.ts";

/** The running engine: everything that contexts are made of. */
export interface Engine {
  readonly db: Database;
  readonly replica?: Replica;
  readonly modules: readonly Module[];
  /** Those that this process serves, as of now. */
  readonly workspaces: readonly Workspace[];
  /** Reads the list of workspaces again and opens those that were added. */
  refresh(): Promise<void>;
  /** A context in which the program itself acts. */
  systemContext(workspace: Workspace): Promise<Context>;
  contextOf: Host["contextOf"];
  /** Tells what this process writes to the log of a workspace. */
  followerOf(workspace: Workspace): LogFollower;
  stop(): void;
}
export interface EngineOptions {
  readonly db: Database;
  readonly replica?: Replica | undefined;
  readonly modules: readonly Module[];
  readonly services: (workspace: Workspace) => Services;
  readonly onError: (error: unknown) => void;
  /** Told each time that somebody works with more rights than their own. */
  readonly onElevation?: (told: Elevation) => void;
  /** A workspace to be made where it is missing, beside "main". */
  readonly make?: string;
}

/** Migrates, makes the tables of all objects, seeds what must exist, and gives the running engine. */
export async function openEngine({
  db,
  replica,
  modules,
  services,
  onError,
  onElevation,
  make,
}: EngineOptions): Promise<Engine> {
  const migrations = [...installationMigrations, ...modules.flatMap((module) => module.migrations ?? [])];
  await migrate(db, migrations, [workspacePlace("main"), ...(make ? [workspacePlace(make)] : [])]);
  const catalogs = liveCatalogs(
    db,
    modules.flatMap((module) => module.objects ?? []),
    modules.find((module) => module.stages)?.stages,
  );
  const parts: Parts = {
    db,
    catalogs,
    services,
    hooks: collectHooks(modules),
    startBulk: modules.find((module) => module.startBulk)?.startBulk,
    startJob: modules.find((module) => module.startJob)?.startJob,
    onElevation,
    followers: new Map(),
    secret: await readSecret(db),
  };
  const open = async (workspace: Workspace): Promise<void> => {
    parts.followers.set(workspace.code, followLog(db, workspace, onError));
    await catalogs.open(workspace);
  };
  const known = new KnownWorkspaces(db, migrations, open);
  await known.refresh();
  for (const workspace of known.served)
    for (const module of modules) await module.seed?.(await systemContext(parts, workspace));
  if (known.served.length === 0) throw new StartRefused(workspaceMessages.newer);
  return {
    db,
    ...(replica ? { replica } : {}),
    modules,
    get workspaces() {
      return known.served;
    },
    refresh: () => known.refresh(),
    systemContext: (workspace) => systemContext(parts, workspace),
    contextOf: async (request, asking, guess) =>
      requestContext(parts, known.ofRequest(request), request, { asking, guess }),
    followerOf: (workspace) => followerOf(parts, workspace),
    stop: () => parts.followers.forEach((follower) => follower.stop()),
  };
}

const installationMigrations: readonly Migration[] = [
  {
    id: "0000_installation",
    scope: "installation",
    statements: (schema) => [
      `create table ${schema}.installation (one boolean primary key default true check (one), secret text not null, created_at timestamptz not null default now())`,
      `insert into ${schema}.installation (secret) values (gen_random_uuid()::text || gen_random_uuid()::text)`,
    ],
  },
  {
    id: "0000_workspace_host",
    scope: "installation",
    // By which names of hosts a workspace is reached.
    statements: (schema) => [
      `create table ${schema}.workspace_host (host text collate "C" primary key, workspace text not null references ${schema}.workspace (code))`,
    ],
  },
];
async function readSecret(db: Database): Promise<string> {
  const [row] = await db.query<{ secret: string }>({ text: "select secret from sluice.installation" });
  if (!row) throw new Error("the installation has no secret");
  return row.secret;
}

interface Parts {
  readonly db: Database;
  readonly catalogs: LiveCatalogs;
  readonly services: (workspace: Workspace) => Services;
  readonly hooks: Hooks;
  readonly startBulk: StartBulk | undefined;
  readonly startJob: StartJob | undefined;
  readonly onElevation: EngineOptions["onElevation"];
  readonly followers: Map<string, LogFollower>;
  readonly secret: string;
}
interface Acting {
  readonly principal: Principal;
  readonly definitions: number;
  readonly language: Language | null;
  readonly requestId: string;
}

function followerOf({ followers }: Parts, { code }: Workspace): LogFollower {
  const follower = followers.get(code);
  if (!follower) throw new Error(`workspace ${code} is not open`);
  return follower;
}

async function makeContext(parts: Parts, workspace: Workspace, who: Acting): Promise<Context> {
  const { db, catalogs, hooks, secret, startBulk, startJob } = parts;
  const follower = followerOf(parts, workspace);
  const [catalog, company] = await Promise.all([
    catalogs.at(workspace, who.definitions),
    companySettings(db, workspace, who.definitions),
  ]);
  return {
    db,
    workspace,
    catalog,
    shipped: catalogs.shipped,
    follower,
    services: parts.services(workspace),
    hooks,
    startBulk,
    startJob,
    tellElevation: parts.onElevation,
    company,
    secret,
    principal: who.principal,
    language: who.language ?? company.language,
    requestId: who.requestId,
    now: new Date().toISOString(),
  };
}

async function definitionsNow(db: Database, workspace: Workspace): Promise<number> {
  const [row] = await db.query<{ definitions: number }>({
    text: `select definitions from ${systemTable(workspace, "versions")}`,
  });
  return row?.definitions ?? 1;
}
const systemContext = async (parts: Parts, workspace: Workspace): Promise<Context> =>
  makeContext(parts, workspace, {
    principal: PROGRAM,
    definitions: await definitionsNow(parts.db, workspace),
    language: null,
    requestId: randomUUID(),
  });

const NOBODY: Principal = { kind: "program", id: null, name: "", roles: [], departments: [], subtree: [] };

async function requestContext(
  parts: Parts,
  workspace: Workspace,
  request: FastifyRequest,
  { asking = parts.db, guess }: { readonly asking: Executor | undefined; readonly guess: Who | undefined },
): Promise<Who> {
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? "")?.[1];
  const signedIn = await authenticate(asking, workspace, {
    bearer,
    cookie: request.cookies[SESSION_COOKIE],
    address: request.ip,
  });
  if (guess && guess.context.workspace === workspace && isSameSignIn(guess.proof, signedIn)) return guess;
  const person = signedIn?.isAllowedHere
    ? await loadPerson(parts.db, workspace, signedIn.userId, {
        rightsVersion: signedIn.rightsVersion,
        sharesVersion: signedIn.sharesVersion,
        roleOverride: signedIn.roleId,
        kind: signedIn.kind,
        credential: signedIn.credential,
      })
    : null;
  const viewAs = person && signedIn ? signedIn.viewAs : null;
  const acting =
    person && viewAs
      ? await viewedPrincipal(parts.db, workspace, person.principal, viewAs)
      : person?.principal;
  const header = request.headers["accept-language"];
  const who: Acting = {
    principal: acting ?? NOBODY,
    definitions: signedIn ? signedIn.definitionsVersion : await definitionsNow(parts.db, workspace),
    language: header ? languageOf(header, person?.language ?? undefined) : (person?.language ?? null),
    requestId: request.id,
  };
  return {
    context: await makeContext(parts, workspace, who),
    signedIn: Boolean(person),
    isElsewhere: signedIn?.isAllowedHere === false,
    isPasswordDue: signedIn?.isPasswordDue === true,
    proof: signedIn,
  };
}

function isSameSignIn(one: object | null | undefined, other: SignedIn | null): boolean {
  if (!one || !other) return false;
  const known = one as Readonly<Record<string, unknown>>;
  return Object.entries(other).every(([name, part]) => known[name] === part);
}
