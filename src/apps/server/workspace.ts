import { CommandRefused } from "../../platform/config/arguments-of.ts";
import type { Given } from "../../platform/config/read-arguments.mjs";
import { StartRefused } from "../../platform/config/start-refused.ts";
import { say } from "../../shared/i18n/messages.ts";
import { engineOn, type Ground, runOnGround } from "./run-beside.ts";
import { workspaceMessages } from "./workspace.messages.ts";

const CODE = /^[a-z][a-z0-9_]{0,39}$/;
const HOST = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;

/**
 * npm run workspace -- list | add CODE [--host NAME]: further companies in this installation, each a schema
 * of its own. Running processes serve a new one within seconds.
 */
const command = {
  name: "npm run workspace",
  operands: [workspaceMessages.action],
  optional: [workspaceMessages.code],
  options: { host: workspaceMessages.host },
  usage: workspaceMessages.usage,
} as const;
interface Asked {
  /** Of the workspace to add; absent: list them. */
  readonly code: string | undefined;
  readonly host: string | undefined;
}

await runOnGround(command, whatIsAsked, async (ground, language, { code, host }) => {
  const engine = await engineOn(ground, code);
  if (code !== undefined) {
    if (host !== undefined) await giveHost(ground, code, host);
    console.log(
      say(
        host === undefined && code !== "main" ? workspaceMessages.hostless : workspaceMessages.added,
        language,
        {
          code,
          address: addressOf(ground, host),
        },
      ),
    );
    const { admin } = ground.settings;
    const workspace = engine.workspaces.find((one) => one.code === code);
    if (admin && workspace) {
      const { ensureAdministrator } = await import("../../modules/base/identity/public.ts");
      const made = await ensureAdministrator(await engine.systemContext(workspace), admin);
      if (!made.ok) {
        console.error(made.refusal.reasons[0]?.text[language] ?? made.refusal.text[language]);
        return false;
      }
      console.log(say(workspaceMessages.admin_made, language, { login: admin.login }));
    }
  }
  for (const row of await listAll(ground))
    console.log(say(workspaceMessages.line, language, { ...row, hosts: row.hosts.join(", ") || "–" }));
  return true;
});

function whatIsAsked({ operands: [action, code], options }: Given<"host">): Asked {
  const host = options.host?.toLowerCase();
  if (action === "list" && code === undefined && host === undefined) return { code, host };
  if (action !== "add" || code === undefined) throw new CommandRefused(workspaceMessages.usage);
  if (!CODE.test(code)) throw new CommandRefused(workspaceMessages.bad_code, { code });
  if (host !== undefined && !HOST.test(host)) throw new CommandRefused(workspaceMessages.bad_host, { host });
  return { code, host };
}

async function giveHost({ db }: Ground, code: string, host: string): Promise<void> {
  await db.query({
    text: "insert into sluice.workspace_host (host, workspace) values ($1, $2) on conflict do nothing",
    values: [host, code],
  });
  const [row] = await db.query<{ workspace: string }>({
    text: "select workspace from sluice.workspace_host where host = $1",
    values: [host],
  });
  if (row?.workspace !== code)
    throw new StartRefused(workspaceMessages.taken, { host, workspace: row?.workspace });
}

function listAll({ db }: Ground): Promise<{ code: string; version: string; hosts: string[] }[]> {
  return db.query({
    text: "select code, schema_version as version, array(select host from sluice.workspace_host h where h.workspace = w.code order by 1) as hosts from sluice.workspace w order by code",
  });
}

function addressOf({ settings }: Ground, host: string | undefined): string {
  const isSecure = settings.publicUrl?.startsWith("https:") ?? false;
  return `${isSecure ? "https" : "http"}://${host ?? "localhost"}${settings.publicUrl || settings.port === 80 ? "" : `:${settings.port}`}`;
}
