import { type Static, Type } from "@sinclair/typebox";
import type { Route } from "../../../engine/api/route.ts";
import { label } from "../../../shared/i18n/label.ts";
import { checkBaseline, freeze } from "./baseline.ts";
import { CycleBody, InsightBody, MovementBody } from "./insight-body.ts";

const tag = "insight";
const name = Type.String({ minLength: 1, maxLength: 100 });
const FreezeBody = Type.Union([
  Type.Object({ name, metric: Type.Literal("funnel"), body: InsightBody }),
  Type.Object({ name, metric: Type.Literal("win_rate"), body: InsightBody }),
  Type.Object({ name, metric: Type.Literal("cycle"), body: CycleBody }),
  Type.Object({ name, metric: Type.Literal("movement"), body: MovementBody }),
]);
type FreezeBody = Static<typeof FreezeBody>;

/** Figures frozen with their question, cut-off and records. */
export const baselineRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/insight/baselines",
    longest: 30_000,
    tag,
    summary: label("冻结基准", "Freeze a baseline"),
    status: 201,
    body: FreezeBody,
    run: (context, call) => {
      const { name: called, ...question } = call.body as FreezeBody;
      return freeze(context, called, question);
    },
  },
  {
    method: "GET",
    path: "/insight/baselines/:id",
    longest: 30_000,
    tag,
    summary: label("核对基准", "Check a baseline"),
    run: (context, { params }) => checkBaseline(context, params["id"] ?? ""),
  },
];
