import { createHash } from "node:crypto";
import type { FastifyRequest } from "fastify";
import type { Workspace } from "../../engine/kernel/context.ts";
import {
  SESSION_COOKIE,
  workspaceOfCredentials,
  workspaceOfToken,
} from "../../modules/base/identity/public.ts";
import type { Database } from "../../platform/db/database.ts";
import type { Migration } from "../../platform/db/migration.ts";

interface WorkspaceRow {
  readonly code: string;
  readonly schema: string;
  readonly version: string;
  /** Of the names of all migrations that it has had. */
  readonly state: string;
  readonly hosts: readonly string[];
}
const FIRST = "main";
/** Whoever opens a link is in its workspace, whatever session the browser has besides. */
const workspaceOfLink = (url: string): string | null => {
  const inFile = /^\/api\/v1\/files\/linked\?token=([a-z][a-z0-9_]{0,39})\./.exec(url)?.[1];
  if (inFile !== undefined) return inFile;
  const token = /^\/(?:p|api\/public)\/([^/?#]+)/.exec(url)?.[1];
  return token === undefined ? null : workspaceOfToken("link", token);
};

/**
 * The installation's workspaces as this process knows them (decision 27): it serves those that have had just
 * its own migrations, and has no answer for the others.
 */
export class KnownWorkspaces {
  readonly #state: string;
  readonly #opened = new Map<string, Workspace>();
  #all: ReadonlyMap<string, WorkspaceRow> = new Map();
  #hosts: ReadonlyMap<string, string> = new Map();
  #served: readonly Workspace[] = [];
  #refreshing: Promise<void> | undefined;

  constructor(
    private readonly db: Database,
    migrations: readonly Migration[],
    private readonly open: (workspace: Workspace) => Promise<void>,
  ) {
    const ids = migrations.filter(({ scope }) => scope === "workspace").map(({ id }) => id);
    this.#state = createHash("md5").update(ids.toSorted().join()).digest("hex");
  }

  get served(): readonly Workspace[] {
    return this.#served;
  }

  refresh(): Promise<void> {
    this.#refreshing ??= this.#read().finally(() => (this.#refreshing = undefined));
    return this.#refreshing;
  }

  /**
   * By the host's name, else by the text of a link, session or key, else the first one. Throws 503 for one
   * that is being migrated or is at another version.
   */
  ofRequest(request: FastifyRequest): Workspace {
    const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? "")?.[1];
    const named =
      this.#hosts.get(request.hostname.toLowerCase()) ??
      workspaceOfLink(request.url) ??
      workspaceOfCredentials({ bearer, cookie: request.cookies[SESSION_COOKIE] });
    const code = named !== null && this.#all.has(named) ? named : FIRST;
    const found = this.#served.find((workspace) => workspace.code === code);
    if (!found)
      throw Object.assign(new Error(`workspace ${code} is at version ${this.#all.get(code)?.version}`), {
        statusCode: 503,
      });
    return found;
  }

  async #read(): Promise<void> {
    const rows = await this.db.query<WorkspaceRow>({
      name: "workspaces",
      text: `select code, schema_name as schema, schema_version as version,
        (select md5(coalesce(string_agg(m.id, ',' order by m.id collate "C"), '')) from sluice.migration m where m.workspace = w.code) as state, array(select host from sluice.workspace_host h where h.workspace = w.code) as hosts from sluice.workspace w order by code <> '${FIRST}', code`,
    });
    this.#all = new Map(rows.map((row) => [row.code, row]));
    this.#hosts = new Map(rows.flatMap(({ code, hosts }) => hosts.map((host) => [host, code])));
    const current = rows.filter(({ state }) => state === this.#state);
    this.#served = current.flatMap(({ code }) => this.#opened.get(code) ?? []);
    for (const { code, schema } of current.filter((row) => !this.#opened.has(row.code))) {
      const workspace = { code, schema };
      await this.open(workspace);
      this.#opened.set(code, workspace);
      this.#served = [...this.#served, workspace];
    }
  }
}
