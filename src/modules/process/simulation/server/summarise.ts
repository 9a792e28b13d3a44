import {
  type Context,
  answering,
  fieldRight,
  isReadable,
  tablesOf,
  titlesFor,
} from "../../../../engine/public.ts";
import { orNull, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import Big from "big.js";
import type { LabelMap } from "../../../../shared/i18n/label.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import type { PipelineDefinition } from "../../pipeline/shared/public.ts";
import { OUTCOMES } from "../shared/simulation.ts";
import type {
  GateFigures,
  Outcome,
  OutcomeFigures,
  RefusedMove,
  Simulation,
  Verdicts,
} from "../shared/simulation.contract.ts";
import { kindsOf } from "../../gates/public.ts";
import type { WorldLabels } from "../../gates/shared/public.ts";
import { criterionText } from "./criterion-text.ts";
import type { PastVerdict } from "./past-verdict.ts";
import type { Period } from "./read-moves.ts";
import type { Replayed } from "./simulate.ts";

/** Refused moves that are listed; the counts are of all. */
const LISTED = 500;

export interface Replay {
  readonly context: Context;
  readonly object: CatalogObject;
  readonly period: Period;
  readonly definition: PipelineDefinition;
  readonly labels: WorldLabels;
  readonly replayed: readonly Replayed[];
  readonly hasLive: boolean;
}

export async function summarise(replay: Replay): Promise<Simulation> {
  const { replayed, period, hasLive } = replay;
  const refused = replayed.filter(({ draft }) => draft.verdict === "refused");
  const today = await standingOf(replay, [...new Set(refused.map(({ move }) => move.record))]);
  const known = refused.flatMap(({ delay }) => delay ?? []).toSorted((a, b) => a - b);
  const listed = largestFirst(today, refused).slice(0, LISTED);
  const titles = await titlesFor(
    replay.context,
    listed.map(({ move }) => ({ object: replay.object.name, id: move.record })),
  );
  return {
    ...period,
    moves: replayed.length,
    records: new Set(replayed.map(({ move }) => move.record)).size,
    imported: replayed.filter(({ move }) => move.imported).length,
    draft: verdicts(replayed.map(({ draft }) => draft)),
    live: hasLive ? verdicts(replayed.flatMap(({ live }) => live ?? [])) : null,
    gates: gatesOf(replay),
    outcomes: outcomesOf(replay, today),
    delay: {
      met_later: known.length,
      never: refused.length - known.length,
      median: quantile(known, 0.5),
      p90: quantile(known, 0.9),
    },
    refused: listed.map(({ move, draft, live, delay }): RefusedMove => {
      const standing = today.get(move.record);
      return {
        record: move.record,
        title: titles.get(move.record) ?? null,
        at: move.at,
        from: move.from,
        to: move.to,
        criteria: draft.asked.filter(({ state }) => state === "unmet").map(({ criterion }) => criterion),
        outcome: standing?.outcome ?? "open",
        value: standing?.value ?? null,
        delay,
        live_refused: live?.verdict === "refused",
        overridden: move.overridden,
      };
    }),
    more: Math.max(0, refused.length - LISTED),
  };
}

const verdicts = (all: readonly PastVerdict[]): Verdicts => {
  const count = (verdict: PastVerdict["verdict"]): number =>
    all.filter((one) => one.verdict === verdict).length;
  return {
    refused: count("refused"),
    passed: count("passed"),
    undecided: count("undecided"),
    absent: count("absent"),
  };
};

/** The nearest of the sorted figures: a number of days that really occurred. */
const quantile = (sorted: readonly number[], share: number): number | null =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;

interface Standing {
  readonly outcome: Outcome;
  readonly value: string | null;
}
/** How the records stand today, with their amount in company currency where the caller may read it. */
async function standingOf(
  { context, object }: Replay,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Standing>> {
  if (ids.length === 0) return new Map();
  const amount = object.byName["amount"];
  const mayRead = amount?.kind === "money" && isReadable(fieldRight(context, object, "amount"));
  const table = tablesOf(context.workspace).record(object.name);
  const value = mayRead ? sql`"amount__base"` : sql`null::numeric`;
  const rows = await context.db.query(
    answering(
      { id: uuid, type: orNull(text), value: orNull(text) },
      sql`select id, stage_type as type, ${value}::text as value from ${table} where id = any(${ids}::uuid[])`,
    ),
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        outcome: OUTCOMES.find((one) => one === row.type) ?? "open",
        value: mayRead ? (row.value ?? "0") : null,
      },
    ]),
  );
}

function outcomesOf({ replayed }: Replay, today: ReadonlyMap<string, Standing>): readonly OutcomeFigures[] {
  const records = new Set(
    replayed.flatMap(({ move, draft }) => (draft.verdict === "refused" ? [move.record] : [])),
  );
  return OUTCOMES.map((outcome): OutcomeFigures => {
    const own = [...records].flatMap((record) => {
      const standing = today.get(record);
      return standing?.outcome === outcome ? [standing] : [];
    });
    const hidden = [...today.values()].some(({ value }) => value === null);
    return {
      outcome,
      records: own.length,
      value: hidden ? null : own.reduce((sum, { value }) => sum.plus(value ?? "0"), new Big(0)).toFixed(2),
    };
  });
}

function largestFirst(
  today: ReadonlyMap<string, Standing>,
  refused: readonly Replayed[],
): readonly Replayed[] {
  const values = refused.map((one) => ({
    one,
    at: one.move.at,
    value: new Big(today.get(one.move.record)?.value ?? "0"),
  }));
  return values.toSorted((a, b) => b.value.cmp(a.value) || (a.at < b.at ? 1 : -1)).map(({ one }) => one);
}

/**
 * Per stage that was entered and criterion asked: how often, how often unmet, how often history could not
 * say.
 */
function gatesOf({ context, definition, replayed, labels }: Replay): readonly GateFigures[] {
  const kinds = kindsOf(context);
  interface Tally {
    readonly figures: Omit<GateFigures, "asked" | "unmet" | "unknown" | "text">;
    text: LabelMap | null;
    asked: number;
    unmet: number;
    unknown: number;
  }
  const tallies = new Map<string, Tally>();
  for (const { move, draft } of replayed)
    for (const { criterion, kind, layer, state, text } of draft.asked) {
      const stage = move.to;
      const key = `${stage} ${criterion}`;
      const tally = tallies.get(key) ?? {
        figures: { stage, criterion, kind, layer },
        text: null,
        asked: 0,
        unmet: 0,
        unknown: 0,
      };
      tallies.set(key, tally);
      tally.asked += 1;
      tally.unmet += state === "unmet" ? 1 : 0;
      tally.unknown += state === "unknown" ? 1 : 0;
      tally.text ??= text;
    }
  return [...tallies.values()]
    .map(({ figures, text, asked, unmet, unknown }) => ({
      ...figures,
      asked,
      unmet,
      unknown,
      text: criterionText(kinds, labels, definition, figures.criterion, text),
    }))
    .toSorted((a, b) => b.unmet - a.unmet || b.unknown - a.unknown || (a.stage < b.stage ? -1 : 1));
}
