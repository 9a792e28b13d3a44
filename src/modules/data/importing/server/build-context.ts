import type { Language } from "../../../../shared/i18n/label.ts";
import type { KnownEntry } from "../shared/merge-history.ts";
import type { Match } from "./find-matches.ts";
import type { StageVocabulary } from "./import-targets.ts";
import type { MappingPlan } from "./mapping-plan.ts";

/** What operations are built with. */
export interface BuildContext {
  readonly plan: MappingPlan;
  readonly stages: StageVocabulary | null;
  readonly zone: string;
  readonly now: string;
  readonly newId: () => string;
  readonly language: Language;
}

/** What is on record of the one that a row is about: its stays where the file tells of them. */
export interface OnRecord {
  readonly match: Match;
  readonly entries: readonly KnownEntry[];
}
