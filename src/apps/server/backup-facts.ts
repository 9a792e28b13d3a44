import { z } from "zod";
import type { Erasure } from "../../modules/base/audit/public.ts";
import { systemTable } from "../../engine/schema/names.ts";
import type { Executor } from "../../platform/db/database.ts";
import type { WorkspacePlace } from "../../platform/db/migrate.ts";

const erasures = z.array(
  z.object({ request: z.string(), object: z.string(), record: z.string(), attachments: z.boolean() }),
);
const notes = z.object({ erasures, seal: z.object({ number: z.number(), digest: z.string() }).nullable() });

/** What a backup tells of a workspace beside its rows: who was erased, and the newest seal of its chain. */
export type WorkspaceNotes = z.infer<typeof notes>;

export async function takeNotes(
  db: Executor,
  workspaces: readonly WorkspacePlace[],
): Promise<Record<string, WorkspaceNotes>> {
  const found: Record<string, WorkspaceNotes> = {};
  for (const workspace of workspaces)
    found[workspace.code] = {
      erasures: await erasuresOf(db, workspace),
      seal: await newestSeal(db, workspace),
    };
  return found;
}

/** A database of an early version has no such table yet. */
async function erasuresOf(db: Executor, workspace: WorkspacePlace): Promise<Erasure[]> {
  if (!(await hasTable(db, workspace, "erasure"))) return [];
  const { listErasures } = await import("../../modules/base/audit/public.ts");
  return listErasures(db, { workspace });
}
async function newestSeal(db: Executor, workspace: WorkspacePlace): Promise<WorkspaceNotes["seal"]> {
  if (!(await hasTable(db, workspace, "seal"))) return null;
  const [row] = await db.query<{ number: number; digest: string }>({
    text: `select number, encode(digest, 'hex') as digest from ${systemTable(workspace, "seal")} order by number desc limit 1`,
  });
  return row ?? null;
}
async function hasTable(db: Executor, workspace: WorkspacePlace, name: string): Promise<boolean> {
  const [row] = await db.query<{ found: boolean }>({
    text: "select to_regclass($1) is not null as found",
    values: [systemTable(workspace, name)],
  });
  return row?.found === true;
}

export function readNotes(of: Readonly<Record<string, unknown>>, workspace: string): WorkspaceNotes {
  const read = notes.safeParse(of[workspace]);
  return read.success ? read.data : { erasures: [], seal: null };
}

/** The file that `npm run erasures` writes: by workspace. undefined for anything else. */
export function parseErasures(text: string): Readonly<Record<string, readonly Erasure[]>> | undefined {
  try {
    const read = z
      .object({ product: z.literal("sluice"), erasures: z.record(z.string(), erasures) })
      .safeParse(JSON.parse(text));
    return read.success ? read.data.erasures : undefined;
  } catch {
    return undefined;
  }
}
export const spellErasures = (of: Readonly<Record<string, WorkspaceNotes>>): string =>
  `${JSON.stringify({ product: "sluice", erasures: Object.fromEntries(Object.entries(of).map(([code, { erasures: list }]) => [code, list])) }, null, 1)}\n`;
