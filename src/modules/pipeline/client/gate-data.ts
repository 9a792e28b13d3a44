import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { LabelMap } from "../../../shared/i18n/label.ts";
import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import type { Fix } from "../../../shared/metadata/reason.ts";
import type { ProblemItem } from "../../../shared/wire/problem.ts";
import { newId } from "../../../ui/data/new-id.ts";
import { request } from "../../../ui/data/request.ts";
import { useRefresh } from "../../../ui/data/records.ts";
import type { DwellNorms } from "../shared/dwell.ts";
import type { LayerStatus } from "../shared/gate.ts";
import type { SentFacts } from "../shared/judge-supplied.ts";
import type { MoveKind } from "../shared/move.ts";
import type { PipelineRules, Stage, StageType } from "../shared/pipeline.ts";

/** An unmet item as every road answers it. */
export interface UnmetItem {
  readonly code: string;
  readonly message: string;
  readonly criterion?: string;
  readonly kind?: string;
  readonly field?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly fix?: Fix;
}
export interface Transition {
  readonly to: string;
  readonly label: LabelMap;
  readonly type: StageType;
  readonly order: number;
  readonly current?: boolean;
  readonly move?: MoveKind;
  /** Stages that the move would leave out. */
  readonly skips?: readonly string[];
  readonly allowed: boolean;
  readonly unmet: readonly UnmetItem[];
  readonly layers: readonly LayerStatus[];
}
export interface Visit {
  readonly stage: string;
  readonly entered_at: string;
  readonly left_at: string | null;
  readonly working_days: number;
  readonly calendar_seconds: number;
}
/** A pipeline as it is read for screens. */
export interface PipelineView {
  readonly id: string;
  readonly object: string;
  readonly name: string;
  readonly label: LabelMap;
  readonly default: boolean;
  readonly retired: boolean;
  readonly version: number | null;
  readonly published_at: string | null;
  readonly stages: readonly Stage[];
  readonly rules: PipelineRules;
  readonly pilot: {
    readonly departments: readonly string[];
    readonly since: string;
    readonly version: number;
  } | null;
  readonly has_draft: boolean;
  /** What is wrong with the draft; `field` is the place for programs, the message says it in words. */
  readonly problems?: readonly ProblemItem[];
  readonly draft?: {
    readonly label: LabelMap;
    readonly stages: readonly Stage[];
    readonly rules: PipelineRules;
  } | null;
}
export interface MoveRequest {
  readonly to: string;
  readonly from?: string;
  readonly values?: Values;
  readonly meet?: readonly { readonly criterion: string; readonly value: WireValue }[];
  readonly reason?: string;
  readonly note?: string;
  readonly open_tasks?: "finish" | "keep";
  readonly override?: { readonly reason: string; readonly valid_until?: string };
}

const transitionsKey = (object: string, id: string, pipeline: string) =>
  ["record", object, id, "transitions", pipeline] as const;
/** All gates of a record as the server judged them, and the facts by which the browser goes on judging. */
interface Gates {
  readonly data: readonly Transition[];
  readonly judged_by?: SentFacts;
}
function useGates<T>(
  object: string,
  id: string,
  enabled: boolean,
  select: (gates: Gates) => T,
  pipeline = "",
) {
  return useQuery({
    queryKey: transitionsKey(object, id, pipeline),
    enabled: enabled && id !== "",
    queryFn: ({ signal }) =>
      request<Gates>(`/records/${object}/${id}/transitions`, {
        signal,
        ...(pipeline ? { query: { pipeline } } : {}),
      }),
    select,
  });
}
const transitionsOf = ({ data }: Gates) => data;
const factsOf = ({ judged_by }: Gates) => judged_by ?? null;
/** `pipeline`: the stages of another one, as the change into it would be judged. */
export const useTransitions = (object: string, id: string, enabled = true, pipeline?: string) =>
  useGates(object, id, enabled, transitionsOf, pipeline);
export const useSentFacts = (object: string, id: string) => useGates(object, id, true, factsOf).data ?? null;
export const useVisits = (object: string, id: string) =>
  useQuery({
    queryKey: ["record", object, id, "visits"],
    enabled: id !== "",
    queryFn: async ({ signal }) =>
      (await request<{ data: readonly Visit[] }>(`/records/${object}/${id}/visits`, { signal })).data,
  });
export const usePipeline = (id: string | null) =>
  useQuery({
    queryKey: ["pipeline", id],
    enabled: id !== null && id !== "",
    staleTime: 60_000,
    queryFn: async ({ signal }) =>
      (await request<{ data: PipelineView }>(`/pipelines/${id}`, { signal })).data,
  });

/**
 * Measured hourly on the server: asking more often brings nothing new. Where it cannot be asked, weekdays
 * count and nothing is unusual.
 */
export function useDwellNorms(pipeline: string | null): DwellNorms | undefined {
  const { data, isError } = useQuery({
    queryKey: ["pipeline", pipeline, "dwell-norms"],
    enabled: pipeline !== null && pipeline !== "",
    staleTime: 1_800_000,
    queryFn: ({ signal }) => request<DwellNorms>(`/pipelines/${pipeline}/dwell-norms`, { signal }),
  });
  return data ?? (isError || !pipeline ? NO_NORMS : undefined);
}
const NO_NORMS: DwellNorms = {
  data: [],
  won: 0,
  computed_at: "",
  exceptions: [],
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
};

export interface Opened {
  readonly stage: string;
  readonly link?: string;
  readonly record?: string;
}
/** Counts an opening; that it could not be counted is nothing to bother the reader with. */
export const countOpened = (pipeline: string, opened: Opened): void =>
  void request(`/pipelines/${pipeline}/guidance-opened`, {
    method: "POST",
    body: opened,
    key: newId(),
  }).catch(() => undefined);

interface Match {
  readonly ifVersion?: number;
}
/** `match`: see `matchOf`. */
export const moveStage = (object: string, id: string, body: MoveRequest, key: string, match: Match) =>
  request<{ readonly data?: Values; readonly approvals?: readonly string[] }>(
    `/records/${object}/${id}/transitions`,
    { method: "POST", body, key, ...match },
  );
export const keepProgress = (
  object: string,
  id: string,
  meet: MoveRequest["meet"],
  key: string,
  match: Match,
) =>
  request<{ data: Values }>(`/records/${object}/${id}/gate`, {
    method: "POST",
    body: { meet },
    key,
    ...match,
  });

/** After a move: the record, its gates and visits, its tasks and every list that shows it. */
export function useMoved() {
  const refresh = useRefresh();
  const client = useQueryClient();
  return (object: string, id: string) => {
    refresh(object, id);
    for (const other of ["task", "form_response", "file", "approval_request"])
      void client.invalidateQueries({ queryKey: ["records", other] });
  };
}
