import { Type } from "@sinclair/typebox";
import {
  type Context,
  type Outcome,
  type Work,
  accept,
  asProgram,
  defineJobKind,
  saveIn,
  tableOf,
  updating,
} from "../../../../engine/public.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { adoptRun, runJob } from "../../jobs/public.ts";
import { erasureRequest } from "../shared/erasure-request.object.ts";
import { allTables, countRowsWith, erasePerson, isNeeded } from "./erase-person.ts";
import { readRequest } from "./read-request.ts";

export const ERASE = "audit.erase";

const Counts = Type.Record(Type.String(), Type.Integer());
/** Where an erasure stands: the values are gone with its first batch, contents and what words are in follow. */
const Position = Type.Object({
  erased: Counts,
  kept: Counts,
  found: Counts,
  contents: Type.Array(Type.String()),
  /** Gone with the job's end, as the resume point is. */
  words: Type.Array(Type.String()),
  tables: Type.Array(Type.String()),
});
type Position = (typeof Position)["static"];

/** A table may be large. */
const LONGEST_MS = 600_000;
const TABLES_AT_ONCE = 10;

/**
 * Carries out what was approved: the values in one transaction, then contents of files, then every table is
 * looked through for words of the person. The job has the id of the request, which is its record in lists.
 */
export const erasureKind = defineJobKind({
  name: "erasure",
  task: ERASE,
  label: label("删除个人信息", "Erasure of personal data"),
  payload: Type.Object({ object: Type.String() }),
  position: Position,
  rights: "program",
  isFinal: true,
  hasOwnRecord: true,
  about: ({ object }) => object,
  adopt: (context, id) =>
    adoptRun(context, "erasure", id, {
      select: `select id, decided_by as actor, null::uuid as narrowed_to, '${context.company.language}' as language, jsonb_build_object('object', subject__object) as payload, coalesce(decided_at, created_at) as made_at
        from ${tableOf(context.workspace, "erasure_request")} where id = $1 and status = 'executing' and deleted_at is null`,
    }),
  async open(_, { id }) {
    return accept<Work<Position>>({
      longest: LONGEST_MS,
      batch: (tx, acting, position) =>
        position === null
          ? eraseValues(tx, acting, id)
          : position.contents.length > 0
            ? dropContents(acting, position)
            : lookThrough(tx, acting, id, position),
    });
  },
});

/** Does one outside the queue. */
export const runErasure = (context: Context, id: string): Promise<void> => runJob(context, erasureKind, id);

const NOTHING = { position: null, done: 0, refused: [] } as const;

async function eraseValues(tx: Transaction, context: Context, id: string): Promise<Outcome<Position>> {
  const request = await readRequest(tx, context, id, true);
  if (request?.status !== "executing") return NOTHING;
  const { counts, kept, contents, words } = await erasePerson(tx, context, {
    request: id,
    object: request.subject__object,
    record: request.subject,
    attachments: request.attachments === true,
  });
  const tables = words.length > 0 ? await allTables(tx, context) : [];
  return {
    position: {
      erased: counts,
      kept: { ...kept },
      found: {},
      contents: [...contents],
      words: [...words],
      tables,
    },
    done: 1,
    total: tables.length + 1,
    refused: [],
  };
}

/** Once the values are gone for good. */
async function dropContents(context: Context, position: Position): Promise<Outcome<Position>> {
  for (const hash of position.contents)
    if (!(await isNeeded(context, hash))) await context.services.files.delete(hash);
  return { position: { ...position, contents: [] }, done: 0, refused: [] };
}

async function lookThrough(
  tx: Transaction,
  context: Context,
  id: string,
  position: Position,
): Promise<Outcome<Position>> {
  const { erased, kept, words, tables } = position;
  const found = { ...position.found };
  const now = tables.slice(0, TABLES_AT_ONCE);
  for (const table of now) {
    const rows = await countRowsWith(tx, context, table, words);
    if (rows > 0) found[table] = rows;
  }
  const left = tables.slice(TABLES_AT_ONCE);
  if (left.length > 0)
    return { position: { ...position, found, tables: left }, done: now.length, refused: [] };
  const outcome = { erased, kept, found };
  const { saved } = await saveIn(tx, asProgram(context, "what was erased is noted with its request"), {
    operations: [updating(erasureRequest, id, { status: "done", executed_at: context.now, outcome })],
    road: "rule",
    mode: "all",
  });
  if (!saved) throw new Error(`erasure ${id} could not be noted`);
  return { ...NOTHING, done: now.length };
}
