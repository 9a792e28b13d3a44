import type { Executor } from "../../../../platform/db/database.ts";
import { type Context, extensionPoint, objectRegistries } from "../../../../engine/public.ts";
import type { KnownEntry } from "../shared/merge-history.ts";
import { type Label, label, type LabelMap } from "../../../../shared/i18n/label.ts";

export interface StageWords {
  readonly name: string;
  readonly label: LabelMap;
  readonly type: "open" | "won" | "lost";
}
/** A published pipeline as an import reads stage cells by it. */
export interface PipelineWords {
  readonly id: string;
  readonly name: string;
  readonly label: LabelMap;
  /** First to last. */
  readonly stages: readonly StageWords[];
}
/** Filled by the module that knows stages (decision 28). */
export interface StageVocabulary {
  find(id: string): PipelineWords | undefined;
  /** The stays of records, oldest first. */
  entries(
    db: Executor,
    object: string,
    records: readonly string[],
  ): Promise<ReadonlyMap<string, readonly KnownEntry[]>>;
  /** The pipeline of a new record that names none. */
  defaultOf(object: string, department: string | null): PipelineWords | undefined;
}
export type LoadStages = (db: Executor, context: Context) => Promise<StageVocabulary>;
/** Where stages come from, and what an administrator calls it. */
export interface StageSource {
  readonly label: Label;
  readonly load: LoadStages;
}

/** Where the stages come from that cells of a file may name; without one they are taken as they stand. */
export const stageVocabularies = extensionPoint<StageSource>("stages of imports");
/** Of the module that knows stages: there is one at most. */
export const loadStages = async (db: Executor, context: Context): Promise<StageVocabulary | undefined> => {
  const [source] = stageVocabularies.read(context.hooks).values();
  return source?.load(db, context);
};

/** The same on the page of what runs on an object. */
export const listedStages = objectRegistries.define("import_stages", {
  label: label("导入时的阶段来源", "Stages available to imports"),
  entries: ({ hooks }, { stageField }) =>
    stageField === undefined
      ? []
      : [...stageVocabularies.read(hooks)].map(([name, source]) => ({ name, label: source.label })),
});
