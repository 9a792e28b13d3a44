import { joinClauses } from "../../shared/i18n/join-texts.ts";
import { NetworkError, ProblemError } from "../data/problem-error.ts";

const MOST = 3;

/** Why something failed, in one sentence: `offline` where the server was not reached. */
export function wordsOf(error: unknown, offline: string): string {
  if (error instanceof NetworkError) return offline;
  if (error instanceof ProblemError) return problemWords(error);
  return error instanceof Error ? error.message : String(error);
}

/** What the server says: its first reasons, or what it says of the whole. */
export function problemWords({ problem }: ProblemError): string {
  const reasons = problem.errors.map((item) => item.message).filter(Boolean);
  return reasons.length > 0
    ? joinClauses(reasons.slice(0, MOST), document.documentElement.lang === "en" ? "en" : "zh-CN")
    : problem.detail || problem.title;
}
