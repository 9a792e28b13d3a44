import { type Static, Type } from "@sinclair/typebox";

const text = (maxLength: number) => Type.Optional(Type.String({ maxLength }));
const bucket = Type.Union([
  Type.Literal("day"),
  Type.Literal("week"),
  Type.Literal("month"),
  Type.Literal("quarter"),
  Type.Literal("year"),
]);
const key = Type.Union([
  Type.String({ maxLength: 100 }),
  Type.Object({ field: Type.String({ maxLength: 100 }), bucket: Type.Optional(bucket) }),
]);

const common = {
  object: Type.String({ maxLength: 80 }),
  pipeline: text(100),
  from: text(10),
  to: text(10),
  mode: Type.Optional(Type.Union([Type.Literal("cohort"), Type.Literal("flow")])),
  filter: text(4000),
  group_by: Type.Optional(Type.Union([key, Type.Array(key, { maxItems: 3 })])),
  as_of: text(40),
  /**
   * A position of the log, a day or a moment: the past as it was believed then. With `as_of`; of a movement
   * it goes with `to`.
   */
  known_at: text(40),
};
const unit = Type.Optional(Type.Union([Type.Literal("calendar_days"), Type.Literal("working_days")]));

/** What every question about a pipeline takes. */
export const InsightBody = Type.Object(common);
export const DwellBody = Type.Object({ ...common, unit });
export const CycleBody = Type.Object({
  ...common,
  unit,
  start: text(100),
  outcomes: Type.Optional(Type.Array(Type.String({ maxLength: 100 }), { minItems: 1, maxItems: 20 })),
});
export const LossBody = Type.Object({ ...common, reason: text(100) });

const { from: _from, to: _to, mode: _mode, as_of: _asOf, ...scoped } = common;
/** Days or ISO moments. */
const moment = Type.String({ minLength: 1, maxLength: 40 });
export const MovementBody = Type.Object({ ...scoped, from: moment, to: moment });

export type MovementBody = Static<typeof MovementBody>;
export type InsightBody = Static<typeof InsightBody>;
export type DwellBody = Static<typeof DwellBody>;
export type CycleBody = Static<typeof CycleBody>;
export type LossBody = Static<typeof LossBody>;
