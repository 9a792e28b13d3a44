import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { request } from "../../../ui/data/request.ts";
import type { FileNotice } from "../shared/reading.contract.ts";
import type { ImportAnswer } from "../shared/run.contract.ts";

/** What POST /imports/inspect says of a file. */
export interface Inspected {
  readonly upload: string;
  readonly file_name: string;
  readonly format: "csv" | "xlsx";
  readonly columns: readonly InspectedColumn[];
  readonly rows: number;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  readonly hidden_sheets: readonly string[];
  readonly header_row: number;
  readonly header_rows: number;
  readonly lines_sheet: string | null;
  readonly hidden_rows: "read" | "skip";
  readonly total_rows: "read" | "skip";
  /** The first rows as they stand in the file. */
  readonly head: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly notices: readonly FileNotice[];
  readonly match: readonly string[];
  /** The import whose file it is, with its options: its mapping is changed. */
  readonly from?: string;
  readonly dry_run?: boolean;
  readonly failed?: number;
  readonly options?: GivenOptions;
  /** Mappings that were remembered by name, those of the same titles first. */
  readonly saved?: readonly {
    readonly name: string;
    readonly fits: boolean;
    readonly options: GivenOptions;
  }[];
}
/** Options as the API takes and gives them. */
export interface GivenOptions {
  readonly match?: readonly string[];
  readonly on_match?: "update" | "skip";
  readonly empty?: "keep" | "clear";
  readonly mapping?: Readonly<Record<string, GivenPlan | readonly GivenPlan[]>>;
  readonly constants?: Readonly<Record<string, { readonly value: string; readonly by?: readonly string[] }>>;
  readonly gates?: { readonly override?: { readonly reason: string } };
  readonly save_as?: string;
}
interface GivenPlan {
  readonly field?: string;
  readonly part?: "currency";
  readonly by?: readonly string[];
  readonly missing?: Missing;
  readonly stage_entered?: string;
  readonly date_order?: "mdy" | "dmy" | "ymd";
  readonly decimal_mark?: "point" | "comma";
  readonly unit?: string;
  readonly [other: string]: unknown;
}
export interface InspectedColumn {
  readonly name: string;
  readonly samples: readonly string[];
  /** What the column decided; "ask" where nothing does. */
  readonly decimal_mark?: "point" | "comma" | "ask";
  readonly date_order?: "mdy" | "dmy" | "ymd" | "ask";
  readonly unit?: string;
  /** A column of an own export that the system keeps by itself. */
  readonly kept?: true;
  readonly suggestion: {
    readonly field: string;
    readonly by?: readonly string[];
    readonly missing?: Missing;
    readonly part?: "currency";
    readonly confidence: number;
  } | null;
}
export type Missing = "refuse" | "create" | "empty";

/** One column's plan as the screen edits it. */
export interface ColumnChoice {
  readonly field?: string;
  readonly part?: "currency";
  readonly by?: readonly string[];
  readonly missing?: Missing;
  readonly entered?: string;
  readonly dateOrder?: "mdy" | "dmy" | "ymd";
  readonly decimalMark?: "point" | "comma";
  readonly unit?: string;
  /** A second field that the column fills. */
  readonly also?: string;
  /** What the screen does not edit: translations of values, units. */
  readonly kept?: Readonly<Record<string, unknown>>;
}
export type Choices = Readonly<Record<string, ColumnChoice>>;

/** The same upload, read another way. */
export const inspectAgain = async (upload: string, object: string, reading: object): Promise<Inspected> =>
  (
    await request<{ data: Inspected }>("/imports/inspect", {
      method: "POST",
      body: { upload, object, ...reading },
    })
  ).data;

export async function inspectFile(file: File, object: string): Promise<Inspected> {
  const form = new FormData();
  form.set("object", object);
  form.set("file", file, file.name);
  return (await request<{ data: Inspected }>("/imports/inspect", { method: "POST", body: form })).data;
}

export const inspectImport = async (from: string): Promise<Inspected> =>
  (await request<{ data: Inspected }>("/imports/inspect", { method: "POST", body: { from } })).data;
export const continueImport = (id: string, options: object) =>
  request<{ id: string }>(`/imports/${id}/continue`, { method: "POST", body: { options } });
/** Where the mapping of an import is changed, nothing lost. */
export const mappingPath = ({ id, object }: Pick<ImportAnswer, "id" | "object">): string =>
  `/imports/new?object=${object}&from=${id}`;

/** Choices as options say them; columns that the file lacks are left out. */
export const choicesIn = (options: GivenOptions, columns: readonly InspectedColumn[]): Choices =>
  Object.fromEntries(
    Object.entries(options.mapping ?? {})
      .filter(([column]) => columns.some(({ name }) => name === column))
      .map(([column, given]) => {
        const [plan, second] = isList(given) ? given : [given];
        const { field, part, by, missing, stage_entered, date_order, decimal_mark, unit, ...kept } =
          plan ?? {};
        return [
          column,
          withoutNothing({
            field,
            part,
            by,
            missing,
            entered: stage_entered,
            dateOrder: date_order,
            decimalMark: decimal_mark,
            unit,
            also: second?.field,
            kept,
          }),
        ];
      }),
  );
const isList = <T>(given: T | readonly T[]): given is readonly T[] => Array.isArray(given);
const withoutNothing = (choice: {
  readonly [K in keyof ColumnChoice]: ColumnChoice[K] | undefined;
}): ColumnChoice => Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== undefined));

/** What the server suggests, as choices. */
export const choicesOf = (inspected: Inspected): Choices =>
  Object.fromEntries(
    inspected.columns.flatMap(({ name, suggestion }) =>
      suggestion ? [[name, withoutConfidence(suggestion)] as const] : [],
    ),
  );
const withoutConfidence = ({
  field,
  by,
  missing,
  part,
}: NonNullable<InspectedColumn["suggestion"]>): ColumnChoice => ({
  field,
  ...(by ? { by } : {}),
  ...(missing ? { missing } : {}),
  ...(part ? { part } : {}),
});

/** Choices in the words of the API's options. */
export const mappingOf = (choices: Choices): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(choices)
      .filter(([, choice]) => choice.field ?? choice.entered)
      .map(([column, { field, part, by, missing, entered, dateOrder, decimalMark, unit, also, kept }]) => {
        const plan = {
          ...kept,
          field,
          part,
          by,
          missing,
          stage_entered: entered,
          date_order: dateOrder,
          decimal_mark: decimalMark,
          unit,
        };
        return [column, also ? [plan, { field: also }] : plan];
      }),
  );

const importKey = (id: string) => ["import", id] as const;
export const IMPORTS = ["imports"] as const;
const isMoving = (answer: ImportAnswer | undefined): boolean =>
  answer?.status === "queued" || answer?.status === "running";

/** An import, asked again every second while it runs. */
export const useImport = (id: string) =>
  useQuery({
    queryKey: importKey(id),
    queryFn: async () => (await request<{ data: ImportAnswer }>(`/imports/${id}`)).data,
    refetchInterval: (query) => (isMoving(query.state.data) ? 1000 : false),
    staleTime: 0,
  });
export const useImports = (enabled: boolean) =>
  useQuery({
    enabled,
    queryKey: IMPORTS,
    queryFn: async () => (await request<{ data: readonly ImportAnswer[] }>("/imports")).data,
    refetchInterval: (query) => (query.state.data?.some(isMoving) ? 2000 : false),
  });

export const startImport = (body: unknown, key: string) =>
  request<{ id: string }>("/imports", { method: "POST", body, key });

/** Undo, cancel, answers: each asks the import again afterwards. */
export function useImportAction(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      action,
      body,
    }: {
      readonly action: "undo" | "cancel" | "answers";
      readonly body?: unknown;
    }) => request<unknown>(`/imports/${id}/${action}`, { method: "POST", body: body ?? {} }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: importKey(id) }),
        client.invalidateQueries({ queryKey: IMPORTS }),
      ]),
  });
}
