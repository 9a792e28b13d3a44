import { createHash } from "node:crypto";
import { type Context, fieldRight, isReadable, list } from "../../../../engine/public.ts";
import type { CatalogObject, Values } from "../../../../shared/metadata/object.ts";
import { partOf, recordOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import {
  type ApprovalCardData,
  type CardCriterion,
  type RequestRow,
  seenOf,
  type ShowCards,
} from "../../approvals/public.ts";
import { type CriterionOnSide, criteriaOfMove } from "../shared/gate.ts";
import type { Move } from "../shared/move.ts";
import { stageOf } from "../../pipeline/shared/public.ts";
import { compose } from "../../../../shared/i18n/compose-labels.ts";
import { gateMessages } from "../shared/gate.texts.ts";
import { cardDetails, type CardFacts, loadCardFacts } from "./card-details.ts";
import { criterionTitle } from "./criterion-title.ts";
import { judgeMoves, type Judged, moverOf } from "./judge-moves.ts";
import { loadPipelines, readWholes } from "../../pipeline/public.ts";

/** A move that waits, with the record it is about. */
interface Waiting {
  readonly row: RequestRow;
  readonly whole: Values;
  readonly move: Move;
  readonly asked: readonly CriterionOnSide[];
}

/**
 * What whoever decides signs: the record as they may read it, and every criterion of the move with its
 * evidence. What they may not read is named as such, never shown. The number of statements does not depend on
 * how many requests there are.
 */
export const showMoves: ShowCards = async (context, rows) => {
  const cards = new Map<string, ApprovalCardData>();
  for (const name of new Set(rows.map((row) => row.regarding_object))) {
    const object = name === null ? undefined : context.catalog.object(name);
    const mine = rows.filter((row) => row.regarding_object === name);
    if (!object?.stageField) continue;
    for (const [id, card] of await cardsOf(context, { ...object, stageField: object.stageField }, mine))
      cards.set(id, card);
  }
  return cards;
};

type Staged = CatalogObject & { readonly stageField: string };
async function cardsOf(
  context: Context,
  object: Staged,
  rows: readonly RequestRow[],
): Promise<ReadonlyMap<string, ApprovalCardData>> {
  const ids = [...new Set(rows.flatMap((row) => row.regarding ?? []))];
  const shown = await list(context, { object: object.name, ids, titles: true, limit: 500 });
  const records = new Map(
    shown.ok ? shown.value.data.map((record) => [recordOf(staged, record).id, record]) : [],
  );
  const wholes = await readWholes(context.db, context, object, ids);
  const found = await withMoves(context, object, rows, wholes);
  if (found.length === 0) return new Map();
  const judged = await context.db.transaction(async (tx) => ({
    ok: true,
    answers: await judgeMoves(tx, context, object, found.map(toJudge)),
  }));
  // What a record passed on its way is not asked again: only the judged move knows.
  const waiting = found.map((one): Waiting => ({
    ...one,
    asked: criteriaOfMove(judged.answers.get(one.row.id)?.move ?? one.move),
  }));
  const facts = await loadCardFacts(context, waiting);
  return new Map(
    waiting.flatMap((one) => {
      const record = records.get(recordOf(staged, one.whole).id);
      const unmet = judged.answers.get(one.row.id)?.unmet ?? [];
      return record ? [[one.row.id, toCard(context, object, { ...one, record }, unmet, facts)] as const] : [];
    }),
  );
}

async function withMoves(
  context: Context,
  object: Staged,
  rows: readonly RequestRow[],
  wholes: ReadonlyMap<string, Values>,
): Promise<readonly Waiting[]> {
  const pipelines = await loadPipelines(context.db, context);
  return rows.flatMap((row): readonly Waiting[] => {
    const whole = wholes.get(row.regarding ?? "");
    const { pipeline, department } = partOf(staged, whole);
    const definition = whole && pipelines.find(pipeline, department)?.definition;
    const { to: name, reason } = row.intent;
    const to = definition && stageOf(definition, name);
    if (!whole || !definition || !to) return [];
    const from = { pipeline: definition, stage: stageOf(definition, whole[object.stageField]) };
    const move: Move = {
      definition,
      to,
      from,
      mover: moverOf(context),
      ...(typeof reason === "string" ? { reason } : {}),
    };
    return [{ row, whole: { ...whole, [object.stageField]: to.name }, move, asked: criteriaOfMove(move) }];
  });
}

function toJudge({ row, whole, move }: Waiting): Judged {
  const { id, stage_entered_at } = recordOf(staged, whole);
  return {
    key: row.id,
    record: id,
    values: whole,
    enteredAt: stage_entered_at,
    move,
  };
}

function toCard(
  context: Context,
  object: Staged,
  { row, record, whole, move, asked }: Waiting & { readonly record: Values },
  unmet: readonly Reason[],
  facts: CardFacts,
): ApprovalCardData {
  const criteria = asked.map(({ criterion, left, skipped }): CardCriterion => {
    const open = unmet.filter((reason) => reason.criterion === criterion.id);
    const title = criterionTitle(context, object, criterion, facts.forms);
    const isHidden =
      criterion.kind === "fields" &&
      criterion.fields.every((field) => !isReadable(fieldRight(context, object, field)));
    return {
      id: criterion.id,
      kind: criterion.kind,
      title: skipped
        ? compose(gateMessages.in_skipped_stage, { stage: skipped.stage.label, text: title })
        : title,
      met: open.length === 0,
      ...(isHidden ? { hidden: true } : {}),
      details: isHidden ? [] : cardDetails(context, object, { criterion, left, whole }, facts),
    };
  });
  const { from: left } = row.intent;
  const shown = {
    record: withoutEvidence(record),
    move: {
      from: move.from?.stage?.label ?? left?.toString() ?? "",
      to: move.to.label,
      to_name: move.to.name,
    },
    criteria,
  };
  const all = digestOf([shown, partOf(staged, whole).gate_state ?? null]);
  return {
    ...shown,
    seen: seenOf({
      all,
      criteria: criteria.map((one) => digestOf(one).slice(0, 8)),
      version: partOf(staged, record).version ?? null,
    }),
  };
}
const digestOf = (value: unknown): string =>
  createHash("sha256").update(JSON.stringify(value)).digest("base64url");

/** The ticks stand in the criteria; computed stamps that move by themselves are nothing that one signs. */
function withoutEvidence({
  gate_state: _state,
  updated_at: _at,
  version: _version,
  last_activity_at: _last,
  ...record
}: Values): Values {
  return record;
}
