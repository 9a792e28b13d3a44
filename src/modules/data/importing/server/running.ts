import type { Context } from "../../../../engine/public.ts";
import type { Language } from "../../../../shared/i18n/label.ts";
import type { LinkFinder } from "./find-links.ts";
import type { StageVocabulary } from "./import-targets.ts";
import { KeySet } from "./key-set.ts";
import type { MappingPlan } from "./mapping-plan.ts";
import type { Scan } from "./scan-file.ts";

/** What a dry run has "made" so far: its writes are rolled back, so only this remembers them. */
export class SeenKeys {
  /** Match keys of rows that would have made a record. */
  readonly records = new KeySet();
  /** Linked records that would have been made. */
  readonly targets = new Set<string>();
}

/** An import at work: everything its batches share. */
export interface Running {
  readonly id: string;
  /** Acts as the person who started it; `now` is the batch's. */
  readonly context: Context;
  readonly plan: MappingPlan;
  readonly scan: Scan;
  readonly stages: StageVocabulary | null;
  readonly finder: LinkFinder;
  readonly newId: () => string;
  /** Of the person: reasons are written in it. */
  readonly language: Language;
  readonly cause: { readonly object: "import"; readonly id: string };
  readonly seen: SeenKeys;
}
