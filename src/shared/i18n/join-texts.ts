import type { Language } from "./label.ts";

/** Names in a row, as each language writes them. */
export const joinNames = (names: readonly string[], language: Language): string =>
  names.join(language === "en" ? ", " : "、");
/** Clauses or whole sentences in a row. */
export const joinClauses = (clauses: readonly string[], language: Language): string =>
  clauses.join(language === "en" ? "; " : "；");
