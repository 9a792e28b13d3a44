import { type Context, asProgram, updating } from "../../../../engine/public.ts";
import { department } from "../../../../objects/system/department/department.object.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { dayIn } from "../../../../shared/time/zone.ts";
import { joinUnnamed, withCompany } from "./demo-company.ts";
import { storeDemoFiles } from "./demo-files.ts";
import { type DemoMark, findDemo, markText } from "./demo-mark.ts";
import { creations, type DemoStory, laterUpdates, ROOT, tellStory } from "./demo-story.ts";
import { FULL_SIZE } from "./record.ts";
import { writeDemo } from "./write-demo.ts";

/** Few enough that a batch with its history stays far below the two seconds a transaction may take. */
export const BATCH = 150;
/** Nobody else works while the demo is loaded: a slow machine may take its time. */
const SLOW_MACHINE_MS = 20_000;

/** The mark to load under, of a load that was cut off or of a new one; null where all of it is there. */
export async function nextMark(context: Context): Promise<DemoMark | null> {
  const { mark, removed } = await findDemo(context);
  if (mark?.isWhole) return null;
  return mark ?? { today: dayIn("Asia/Shanghai", context.now), round: removed + 1, isWhole: false };
}

/** The company and the story that is written into it. */
export async function openStory(
  given: Context,
  mark: DemoMark,
  size = FULL_SIZE,
): Promise<{ readonly context: Context; readonly story: DemoStory }> {
  const context = await withCompany(given);
  const story = await tellStory(context, mark, size);
  await storeDemoFiles(context.services.files);
  return { context, story };
}

/**
 * Writes the next part of the story: up to `size` records of one object from `from` on, then what links in a
 * circle with the mark that all is there. Gives where the next part begins, null behind the last.
 */
export async function writePart(
  tx: Transaction,
  context: Context,
  story: DemoStory,
  { from, size, job }: { readonly from: number; readonly size: number; readonly job?: string },
): Promise<{ readonly next: number | null; readonly made: number; readonly done: number }> {
  const first = story.records[from];
  if (!first) {
    const root = story.ids.get(ROOT) ?? "";
    await writeDemo(tx, context, laterUpdates(story), job);
    const whole = updating(department, root, { external_id: markText({ ...story.mark, isWhole: true }) });
    await writeDemo(tx, context, [...(await joinUnnamed(context, root)), whole], job);
    return { next: null, made: 0, done: 0 };
  }
  const part = story.records.slice(from, from + size);
  const other = part.findIndex(({ object }) => object !== first.object);
  const group = other < 0 ? part : part.slice(0, other);
  const operations = await creations(tx, context, story, group);
  if (operations.length > 0) await writeDemo(tx, context, operations, job);
  return { next: from + group.length, made: operations.length, done: group.length };
}

/**
 * Loads the demo company through `save`, with two years of history up to the day of the first call. Safe to
 * repeat: a whole one is left as it is, one that was cut off goes on where it stopped. Gives how many records
 * were made.
 */
export async function loadDemo(given: Context, size = FULL_SIZE): Promise<number> {
  const program = asProgram(given, "the demo company is loaded");
  const mark = await nextMark(program);
  if (!mark) return 0;
  const { context, story } = await openStory(program, mark, size);
  let made = 0;
  for (let from: number | null = 0; from !== null;) {
    const begin: number = from;
    const part = await context.db.transaction(
      (tx) => writePart(tx, context, story, { from: begin, size: BATCH }),
      { longer: SLOW_MACHINE_MS },
    );
    made += part.made;
    from = part.next;
  }
  return made;
}
