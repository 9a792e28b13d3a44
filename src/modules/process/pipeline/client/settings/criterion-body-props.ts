import type { ObjectInfo } from "../../../../../ui/data/objects.ts";
import type { Criterion, Stage } from "../../shared/pipeline.ts";

export interface CriterionBodyProps<C extends Criterion = Criterion> {
  readonly object: ObjectInfo;
  readonly stages: readonly Stage[];
  readonly criterion: C;
  readonly onChange: (criterion: Criterion) => void;
}
