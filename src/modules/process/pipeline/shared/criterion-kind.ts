import type { CheckOptions, Checked, ExpressionSchema } from "../../../../shared/expression/types.ts";
import type { LabelMap } from "../../../../shared/i18n/label.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import type { DefinitionProblem } from "./definition-problem.ts";
import type { Criterion, Layer, PipelineDefinition } from "./pipeline.ts";

/** What a definition is checked against: the objects, and what else there is to be named. */
export interface CheckWorld {
  readonly schema: ExpressionSchema;
  readonly checkExpression: (source: string, options: CheckOptions) => Checked;
  /** Codes of questionnaires and names of roles that there are. */
  readonly forms: readonly string[];
  readonly roles: readonly string[];
  /** Ids of those people named in the definition who are still here. */
  readonly people: readonly string[];
  /** The kinds of criteria that the modules of the program bring. */
  readonly kinds: CriterionKinds;
}

/** Where a criterion stands. */
export interface Place {
  readonly definition: PipelineDefinition;
  readonly object: CatalogObject;
  readonly world: CheckWorld;
  /** Leads to it: "stages.demo.entry.budget". */
  readonly path: string;
}

/** What somebody may read of the record and of others. */
export interface MayRead {
  field(name: string): boolean;
  /** Everything that the criterion's source reads. */
  source(): boolean;
}

/**
 * What a definition needs to know of a kind of criteria. A kind is looked up by the criterion's own kind, so
 * that its functions get no other criterion.
 */
export interface CriterionKind<C extends Criterion = Criterion> {
  readonly label: LabelMap;
  /** The layer of the gate that an added kind stands in; absent: entry or exit, by its side. */
  readonly layer?: Layer;
  /** What is wrong with one, said before a definition is published. */
  check(criterion: C, place: Place): readonly DefinitionProblem[];
  /** An expression on the record whose value it is judged by. */
  source?(criterion: C): string | undefined;
  /**
   * What somebody reads of it who does not write pipelines. Absent: it tells nothing that they might not know.
   */
  shownTo?(criterion: C, may: MayRead): C;
  /** Its source may read what is closed to somebody: then they get no facts, and no reason in full. */
  readonly readsMore?: true;
  /** Fields of the record that it is judged by beside its source, with the same consequence. */
  reads?(criterion: C): readonly string[];
}
export type CriterionKinds = ReadonlyMap<string, CriterionKind>;
