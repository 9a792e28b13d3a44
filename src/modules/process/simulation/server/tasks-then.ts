import type { Context } from "../../../../engine/public.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import { task } from "../../../../objects/work/task/task.object.ts";
import { pointersOf } from "../../../../shared/metadata/further-links.ts";
import type { CatalogObject, Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { FOREVER, fieldsPointing, heldAt, type Life, nextChange, versionsNaming } from "./versions.ts";

export interface TasksThen {
  /** Of each template the newest task of a record at a moment: was it done? */
  readonly at: (record: string, at: string) => Readonly<Record<string, boolean>>;
  readonly livesOf: (record: string) => readonly Life[];
  /** Until when that stays as it is `at` a moment. */
  readonly standUntil: (record: string, at: string) => string;
}
export async function tasksThen(
  db: Executor,
  context: Context,
  records: readonly string[],
): Promise<TasksThen> {
  const known = context.catalog.object(task.name);
  const byRecord = new Map<string, Life[]>();
  if (known) {
    const fields = new Set(["template", "status", "created_at"]);
    for (const life of (
      await versionsNaming(db, context, { object: known, fields }, "regarding", records)
    ).values())
      for (const record of new Set(life.flatMap(({ values }) => aboutOf(known, values)))) {
        const lives = byRecord.get(record);
        if (lives) lives.push(life);
        else byRecord.set(record, [life]);
      }
  }
  const livesOf = (record: string): readonly Life[] => byRecord.get(record) ?? [];
  const at = (record: string, moment: string): Readonly<Record<string, boolean>> => {
    const held = livesOf(record)
      .flatMap((life) => heldAt(life, moment) ?? [])
      .filter(({ values }) => known !== undefined && aboutOf(known, values).includes(record));
    const inOrder = held.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
    return Object.fromEntries(
      inOrder.flatMap(({ values }) => {
        const { template, status } = partOf(task, values);
        return typeof template === "string" ? [[template, status === "done"] as const] : [];
      }),
    );
  };
  const standUntil = (record: string, moment: string): string =>
    livesOf(record)
      .map((life) => nextChange(life, moment))
      .reduce((until, next) => (next < until ? next : until), FOREVER);
  return { at, livesOf, standUntil };
}
const key = ({ id, values }: { readonly id: string; readonly values: Life[number]["values"] }): string =>
  `${String(partOf(task, values).created_at)} ${id}`;
/** The records that a task was about. */
const aboutOf = (object: CatalogObject, values: Readonly<Values>): readonly string[] =>
  fieldsPointing(object, "regarding").flatMap((field) => pointersOf(values[field], "").map(({ id }) => id));
