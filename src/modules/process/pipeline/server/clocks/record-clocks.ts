import {
  type CallOf,
  type Context,
  type Result,
  accept,
  isUuid,
  list,
  refuse,
} from "../../../../../engine/public.ts";
import { activity } from "../../../../../objects/work/activity/activity.object.ts";
import {
  clocked,
  CLOCKS,
  type Clock,
  CONTACT_ACTIVITY,
} from "../../../../../shared/metadata/clock-fields.ts";
import { quote } from "../../../../../shared/expression/print.ts";
import type { WireValue } from "../../../../../shared/metadata/object.ts";
import { partOf } from "../../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../../shared/metadata/stage-fields.ts";
import { isMap, textOrNull } from "../../../../../shared/metadata/wire-value.ts";
import type { readClocks, RecordClock, RecordClocks } from "../../shared/clock.contract.ts";
import { stageClock } from "../../shared/clocks.ts";
import { stageOf } from "../../shared/pipeline.ts";
import { loadPipelines } from "../load-pipelines.ts";
import { pipelineMessages } from "../messages.ts";
import { readClockNorms } from "./clock-norms.ts";

const ASKED = [
  "pipeline",
  "stage",
  "stage_type",
  "stage_entered_at",
  "created_at",
  "last_contact_at",
  "slip_count",
  "slip_days",
  "next_meeting_at",
];

/**
 * GET /records/:object/:id/clocks: the three clocks of a record with their limits, what set the idle clock
 * back last, and what does at all.
 */
export async function recordClocks(
  context: Context,
  { params, query }: CallOf<typeof readClocks>,
): Promise<Result<{ readonly data: RecordClocks }>> {
  const object = context.catalog.object(params.object);
  const { id } = params;
  if (!object?.stageField || !isUuid(id))
    return refuse({ status: 404, code: "not_found", text: pipelineMessages.no_record });
  const stageField = object.stageField;
  const names = [
    ...new Set([...ASKED, stageField, ...CLOCKS.flatMap((clock) => [`${clock}_days`, `${clock}_level`])]),
  ].filter((name) => object.byName[name]);
  const asOf = query.as_of ? { as_of: query.as_of } : {};
  const found = await list(context, { object: object.name, ids: [id], fields: names, limit: 1, ...asOf });
  if (!found.ok) return found;
  const [record] = found.value.data;
  if (!record) return refuse({ status: 404, code: "not_found", text: pipelineMessages.no_record });
  const pipelines = await loadPipelines(context.db, context);
  const standing = partOf(staged, record);
  const counted = partOf(clocked, record);
  const pipeline = pipelines.find(standing.pipeline);
  const stage = pipeline && stageOf(pipeline.definition, record[stageField]);
  const norms = await readClockNorms(context.db, context.workspace);
  const clockOf = (clock: Clock): RecordClock => {
    const norm = norms.find(
      (one) => one.pipeline === pipeline?.id && one.stage === stage?.name && one.clock === clock,
    );
    const level = record[`${clock}_level`];
    return {
      days: numberOr(record[`${clock}_days`]),
      level: level === "amber" || level === "red" ? level : null,
      limit:
        pipeline && stage?.type === "open" ? stageClock(stage, clock, norm, pipeline.definition.rules) : null,
    };
  };
  const last = await lastContact(context, id, asOf);
  const contactAt = textOrNull(counted.last_contact_at);
  return accept({
    data: {
      is_open: standing.stage_type === "open",
      dwell: { ...clockOf("dwell"), since: standing.stage_entered_at ?? null },
      idle: {
        ...clockOf("idle"),
        since: contactAt ?? standing.created_at ?? null,
        has_contact: contactAt !== null,
        last,
        next_meeting_at: textOrNull(counted.next_meeting_at),
        resets: resetsOf(context),
      },
      slip: { ...clockOf("slip"), count: numberOr(counted.slip_count) ?? 0 },
    },
  });
}
const numberOr = (value: WireValue | undefined): number | null =>
  value === null || value === undefined ? null : Number(value);

/** The newest of the activities that set the clock back, of those that the caller may see. */
async function lastContact(
  context: Context,
  id: string,
  asOf: { readonly as_of?: string },
): Promise<RecordClocks["idle"]["last"]> {
  const filter = `regarding == ${quote(id)} && ${CONTACT_ACTIVITY}`;
  const found = await list(context, {
    object: activity.name,
    filter,
    sort: "-occurred_at",
    fields: ["type", "subject", "occurred_at", "owner"],
    titles: true,
    limit: 1,
    ...asOf,
  });
  const row = found.ok ? found.value.data[0] : undefined;
  if (!row) return null;
  const { titles } = row;
  const { id: of, type = null, subject = null, occurred_at = null } = partOf(activity, row);
  return {
    id: String(of),
    type,
    subject,
    at: occurred_at,
    by: isMap(titles) && typeof titles.owner === "string" ? titles.owner : null,
  };
}

/** Every type of activity, and whether it counts as being in touch with the customer. */
function resetsOf(context: Context): RecordClocks["idle"]["resets"] {
  const type = context.catalog.object(activity.name)?.byName["type"];
  const options = type?.kind === "select" ? type.options : [];
  return options
    .filter((option) => !option.hidden && option.name !== "other")
    .map(({ name, label }) => ({ name, label }));
}
