import type { FastifyRequest } from "fastify";
import type { Workspace } from "../../engine/context.ts";
import { SESSION_COOKIE, workspaceOfCredentials } from "../../modules/identity/server/public.ts";
import type { Database } from "../../platform/db/database.ts";
import type { Migration } from "../../platform/db/migration.ts";

interface WorkspaceRow {
  readonly code: string;
  readonly schema: string;
  readonly version: string;
  readonly hosts: readonly string[];
}
const FIRST = "main";

/** The installation's workspaces as this process knows them (decision 27): it serves those at its own version, and has no answer for the others. */
export class KnownWorkspaces {
  readonly #version: string;
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
    this.#version = migrations.filter(({ scope }) => scope === "workspace").reduce((last, { id }) => (id > last ? id : last), "");
  }

  get served(): readonly Workspace[] {
    return this.#served;
  }

  refresh(): Promise<void> {
    this.#refreshing ??= this.#read().finally(() => (this.#refreshing = undefined));
    return this.#refreshing;
  }

  /** By the host's name, else by the text of session or key, else the first one. Throws 503 for one that is being migrated or is at another version. */
  ofRequest(request: FastifyRequest): Workspace {
    const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? "")?.[1];
    const named = this.#hosts.get(request.hostname.toLowerCase()) ?? workspaceOfCredentials({ bearer, cookie: request.cookies[SESSION_COOKIE] });
    const code = named !== null && this.#all.has(named) ? named : FIRST;
    const found = this.#served.find((workspace) => workspace.code === code);
    if (!found) throw Object.assign(new Error(`workspace ${code} is at version ${this.#all.get(code)?.version}`), { statusCode: 503 });
    return found;
  }

  async #read(): Promise<void> {
    const rows = await this.db.query<WorkspaceRow>({
      text: `select code, schema_name as schema, schema_version as version, array(select host from sluice.workspace_host h where h.workspace = w.code) as hosts from sluice.workspace w order by code <> '${FIRST}', code`,
    });
    this.#all = new Map(rows.map((row) => [row.code, row]));
    this.#hosts = new Map(rows.flatMap(({ code, hosts }) => hosts.map((host) => [host, code])));
    const current = rows.filter(({ version }) => version === this.#version);
    this.#served = current.flatMap(({ code }) => this.#opened.get(code) ?? []);
    for (const { code, schema } of current.filter((row) => !this.#opened.has(row.code))) {
      const workspace = { code, schema };
      await this.open(workspace);
      this.#opened.set(code, workspace);
      this.#served = [...this.#served, workspace];
    }
  }
}
