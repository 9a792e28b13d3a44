import { useMemo } from "react";
import type { Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import { useContributions } from "../../../../ui/extension-point.ts";
import { type ObjectInfo, type ObjectMap, useObjects } from "../../../../ui/data/objects.ts";
import { useRecords } from "../../../../ui/data/records.ts";
import { type Me, useMe } from "../../../../ui/data/session.ts";
import { idOf, linkId } from "../../../../ui/data/values.ts";
import { useDwellNorms, usePipeline } from "../../pipeline/client/public.ts";
import type { PipelineDefinition } from "../../pipeline/shared/public.ts";
import type { GateKind } from "../shared/gate-kind.ts";
import type { SentFacts } from "../shared/moves.contract.ts";
import { useSentFacts } from "./gate-data.ts";
import { gateScreens } from "./gate-screens.ts";

type Calendar = NonNullable<ReturnType<typeof useDwellNorms>>["exceptions"];
/** What a record's gates are judged by in the browser, as it was asked for. */
export interface JudgingFacts {
  readonly object: ObjectInfo;
  readonly objects: ObjectMap;
  readonly me: Me;
  readonly record: Values;
  readonly stageField: string;
  readonly sent: SentFacts;
  readonly published: PipelineDefinition;
  readonly exceptions: Calendar;
  /** The questionnaires that gates of the pipeline ask for. */
  readonly forms: readonly Values[];
  /** Where a gate asks for a sign-off: the roles there are. */
  readonly roles: readonly Values[];
  readonly addedKinds: readonly (readonly [string, GateKind])[];
}
const NONE: readonly Values[] = [];
const NO_DAYS: Calendar = [];

/** Asks for all of it; null until there is what it needs. */
export function useJudgingFacts(object: ObjectInfo, record: Values): JudgingFacts | null {
  const me = useMe();
  const objects = useObjects();
  const pipelineId = linkId(partOf(staged, record).pipeline);
  const pipeline = usePipeline(pipelineId).data;
  const sent = useSentFacts(object.name, idOf(record));
  const exceptions = useDwellNorms(pipelineId)?.exceptions ?? NO_DAYS;
  const forms = useForms(pipeline?.stages) ?? NONE;
  const roles = useRoles(pipeline?.stages) ?? NONE;
  const added = useContributions(gateScreens);
  return useMemo(() => {
    const { stageField } = object;
    if (!sent || !pipeline || !stageField) return null;
    const { object: of, name, label, stages, rules } = pipeline;
    const published: PipelineDefinition = { object: of, name, label, stages, rules };
    const addedKinds = [...added].map(([kindName, { kind }]) => [kindName, kind] as const);
    return {
      object,
      objects,
      me,
      record,
      stageField,
      sent,
      published,
      exceptions,
      forms,
      roles,
      addedKinds,
    };
  }, [object, objects, me, record, sent, pipeline, exceptions, forms, roles, added]);
}

function useForms(stages: PipelineDefinition["stages"] = []): readonly Values[] | undefined {
  const names = [
    ...new Set(
      stages.flatMap(({ entry, exit }) =>
        [...entry, ...exit].flatMap((one) => (one.kind === "form" ? [one.form] : [])),
      ),
    ),
  ];
  return useRecords(
    "form",
    { filter: names.map((name) => `name == ${JSON.stringify(name)}`).join(" || "), limit: 60 },
    names.length > 0,
  ).data?.data;
}

function useRoles(stages: PipelineDefinition["stages"] = []): readonly Values[] | undefined {
  const asks = stages.some(
    ({ entry, exit, movers }) =>
      (movers ?? []).length > 0 || [...entry, ...exit].some(({ kind }) => kind === "approval"),
  );
  return useRecords("role", { sort: "name", limit: 200 }, asks).data?.data;
}
