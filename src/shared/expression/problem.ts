import type { ExpressionProblem, Span } from "./types.ts";

/**
 * Carries a problem out of the recursive parser and checker; `checkExpression` catches it and answers with a
 * value.
 */
export class ProblemSignal extends Error {
  readonly problem: ExpressionProblem;
  constructor(problem: ExpressionProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** Stops the check with a problem at `at`. */
export function fail(
  code: ExpressionProblem["code"],
  at: Span,
  params: Record<string, string | number> = {},
  suggestion?: string,
): never {
  throw new ProblemSignal(suggestion === undefined ? { code, at, params } : { code, at, params, suggestion });
}
