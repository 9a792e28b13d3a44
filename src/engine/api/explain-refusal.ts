import { label } from "../../shared/i18n/label.ts";
import { explain, explainAbility, type QuestionAction } from "../access/explain.ts";
import { hasAbility } from "../access/rights-of.ts";
import type { Context } from "../kernel/context.ts";
import { isUuid } from "../values/is-uuid.ts";
import type { Result } from "../kernel/refusal.ts";
import type { Route } from "./route.ts";

const ABILITY = "permissions.explain";

/**
 * A 403 or 404 about a record or an ability carries its proof as `explanation`, for callers who may ask for
 * proofs anyway. To everyone else what is not there and what may not be seen stay alike.
 */
export async function withExplanation(
  context: Context,
  route: Route,
  params: unknown,
  answer: Result<unknown>,
): Promise<Result<unknown>> {
  if (answer.ok || (answer.refusal.status !== 403 && answer.refusal.status !== 404)) return answer;
  if (context.principal.kind === "system" || context.principal.viewedBy || !hasAbility(context, ABILITY))
    return answer;
  const explanation = await proofFor(context, route, params);
  return explanation
    ? { ok: false, refusal: { ...answer.refusal, extra: { ...answer.refusal.extra, explanation } } }
    : answer;
}

async function proofFor(context: Context, route: Route, params: unknown) {
  if (route.ability && !hasAbility(context, route.ability))
    return explainAbility(context, route.ability, label(route.ability, route.ability));
  const { object: name, id } =
    typeof params === "object" && params !== null
      ? { object: "", id: undefined, ...params }
      : { object: "", id: undefined };
  const object = typeof name === "string" ? context.catalog.object(name) : undefined;
  if (!object) return null;
  const action = actionOf(route);
  if (action === "create") return explain(context, { action, object }, (ability) => label(ability, ability));
  return isUuid(id)
    ? explain(context, { action, object, record: id }, (ability) => label(ability, ability))
    : null;
}

function actionOf({ method, path }: Route): QuestionAction {
  if (method === "GET") return "read";
  if (path.endsWith("/restore")) return "restore";
  if (path.endsWith("/transitions")) return "transition";
  if (method === "DELETE") return "delete";
  return path.includes("/:id") ? "update" : "create";
}
