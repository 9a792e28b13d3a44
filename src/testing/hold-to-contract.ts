import { TypeCompiler, type TypeCheck } from "@sinclair/typebox/compiler";
import type { TSchema } from "@sinclair/typebox";
import { type Route, SENT } from "../engine/api/route.ts";
import { Answer } from "../engine/kernel/answer.ts";
import { JsonText } from "../engine/kernel/json-text.ts";

/**
 * A route that throws where its handler answers something else than its contract says, so that each test that
 * calls an endpoint holds its contract, too. Refusals with a code of the module's own must stand in `errors`.
 */
export function holdToContract(route: Route): Route {
  const { answer, also = {}, method, path } = route;
  if (answer === undefined) return route;
  const status = route.status ?? 200;
  const checks = new Map<number, TypeCheck<TSchema>>();
  const checkOf = (of: number): TypeCheck<TSchema> | undefined => {
    const schema = of === status && typeof answer === "object" ? answer : also[of];
    if (schema && !checks.has(of)) checks.set(of, TypeCompiler.Compile(schema));
    return checks.get(of);
  };
  return {
    ...route,
    run: async (context, call) => {
      const result = await route.run(context, call);
      if (!result.ok || result.value === SENT) return result;
      const [of, body] =
        result.value instanceof Answer ? [result.value.status, result.value.body] : [status, result.value];
      const check = checkOf(of);
      // What goes over the wire: dates as texts, members without a value left out.
      const text = body instanceof JsonText ? body.json : JSON.stringify(body);
      const sent: unknown = body === undefined ? undefined : JSON.parse(text);
      const wrong = check ? [...check.Errors(sent)][0] : undefined;
      if (wrong)
        throw new Error(
          `${method} ${path} answers ${of} against its contract: ${wrong.path} ${wrong.message} (${JSON.stringify(wrong.value)})`,
        );
      return result;
    },
  };
}
