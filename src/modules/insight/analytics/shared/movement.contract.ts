import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import {
  choice,
  list,
  nullable,
  object,
  optional,
  text,
  type Static,
} from "../../../../shared/wire/schema.ts";
import { MovementBody } from "./insight-body.contract.ts";
import { counted, frame, head, insightErrors, MoneySum, RecordsRef } from "./insight-parts.contract.ts";

export const MOVEMENTS = [
  "start",
  "new",
  "increased",
  "decreased",
  "moved_in",
  "moved_out",
  "won",
  "lost",
  "end",
] as const;
export type MovementName = (typeof MOVEMENTS)[number];
const MovementFigure = object({ ...counted, amount: nullable(MoneySum) });
export type MovementFigure = Static<typeof MovementFigure>;
/**
 * start + new + increased − decreased + moved_in − moved_out − won − lost = end, in amounts; in counts
 * without increased and decreased.
 */
const figures = {
  start: MovementFigure,
  new: MovementFigure,
  increased: MovementFigure,
  decreased: MovementFigure,
  moved_in: MovementFigure,
  moved_out: MovementFigure,
  won: MovementFigure,
  lost: MovementFigure,
  end: MovementFigure,
} as const;
/** The list behind each step. */
export const MovementRecords = object({
  start: RecordsRef,
  new: RecordsRef,
  increased: RecordsRef,
  decreased: RecordsRef,
  moved_in: RecordsRef,
  moved_out: RecordsRef,
  won: RecordsRef,
  lost: RecordsRef,
  end: RecordsRef,
});
const Movement = object(figures);
export type Movement = Static<typeof Movement>;
export const MovementAnswer = object({
  ...frame,
  ...figures,
  /** The two moments compared; `end_at` is null where it is now. */
  start_at: text(),
  end_at: nullable(text()),
  /** "own": only what the caller may see today is in the figures. */
  sight: choice("all", "own"),
  groups: optional(list(object({ ...head, ...figures }))),
});
export type MovementAnswer = Static<typeof MovementAnswer>;

export const askMovement = contract({
  method: "POST",
  path: "/insight/movement",
  tag: "insight",
  summary: label(
    "变动：两个时点之间，进行中的记录如何变化",
    "Movement: what became of the open records between two moments",
  ),
  description: label(
    "返回两个时点之间进行中的金额如何变化：新增、增减、赢、输，各项相加正好等于期末。",
    "What became of the open value between two moments: new, more, less, won, lost; it adds up to the end.",
  ),
  body: MovementBody,
  answer: MovementAnswer,
  errors: { ...insightErrors, filter_too_long: 400 },
});
