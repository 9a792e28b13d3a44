import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { BodyOf } from "../../../../shared/wire/contract.ts";
import { call } from "../../../../ui/data/call.ts";
import type { FieldPart, ImportOptionsInput, GivenPlan, Missing } from "../shared/given-options.contract.ts";
import {
  answerImport,
  cancelImport,
  changeImportMapping,
  importFile,
  listImports,
  type QuestionAnswers,
  readImport,
  undoImport,
} from "../shared/imports.contract.ts";
import {
  type Inspected,
  type InspectedColumn,
  inspectImportFile,
  type ReadingChoice,
} from "../shared/inspection.contract.ts";
import type { ImportAnswer } from "../shared/run.contract.ts";

type Options = Partial<ImportOptionsInput>;

/** One column's plan as the screen edits it. */
export interface ColumnChoice {
  readonly field?: string;
  readonly part?: FieldPart;
  readonly by?: readonly string[];
  readonly missing?: Missing;
  readonly entered?: string;
  readonly dateOrder?: "mdy" | "dmy" | "ymd";
  readonly decimalMark?: "point" | "comma";
  readonly unit?: string;
  /** A second field that the column fills. */
  readonly also?: string;
  /** What the screen does not edit. */
  readonly kept?: Pick<GivenPlan, "values" | "create" | "skip">;
}
export type Choices = Readonly<Record<string, ColumnChoice>>;

const inspect = async (body: BodyOf<typeof inspectImportFile> | FormData): Promise<Inspected> =>
  (await call(inspectImportFile, { body })).data;
/** The same upload, read another way. */
export const inspectAgain = (upload: string, object: string, reading: ReadingChoice): Promise<Inspected> =>
  inspect({ upload, object, ...reading });

export function inspectFile(file: File, object: string): Promise<Inspected> {
  const form = new FormData();
  form.set("object", object);
  form.set("file", file, file.name);
  return inspect(form);
}

export const inspectImport = (from: string): Promise<Inspected> => inspect({ from });
export const continueImport = (id: string, options: Options) =>
  call(changeImportMapping, { params: { id }, body: { options } });
/** Where the mapping of an import is changed, nothing lost. */
export const mappingPath = ({ id, object }: Pick<ImportAnswer, "id" | "object">): string =>
  `/imports/new?object=${object}&from=${id}`;

/** Choices as options say them; columns that the file lacks are left out. */
export const choicesIn = (options: Options, columns: readonly InspectedColumn[]): Choices =>
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
            entered: stage_entered ?? second?.stage_entered,
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
export const mappingOf = (choices: Choices): NonNullable<ImportOptionsInput["mapping"]> =>
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
const isMoving = (answer: Pick<ImportAnswer, "status"> | undefined): boolean =>
  answer?.status === "queued" || answer?.status === "running";

/** An import, asked again every second while it runs. */
export const useImport = (id: string) =>
  useQuery({
    queryKey: importKey(id),
    queryFn: async () => (await call(readImport, { params: { id } })).data,
    refetchInterval: (query) => (isMoving(query.state.data) ? 1000 : false),
    staleTime: 0,
  });
export const useImports = (enabled: boolean) =>
  useQuery({
    enabled,
    queryKey: IMPORTS,
    queryFn: async () => (await call(listImports, {})).data,
    refetchInterval: (query) => (query.state.data?.some(isMoving) ? 2000 : false),
  });

export const startImport = (body: BodyOf<typeof importFile>, key: string) => call(importFile, { body, key });

const send = { undo: undoImport, cancel: cancelImport } as const;
type Step =
  | { readonly action: keyof typeof send }
  | { readonly action: "answers"; readonly answers: QuestionAnswers };
/** Undo, cancel, answers: each asks the import again afterwards. */
export function useImportAction(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (step: Step) =>
      step.action === "answers"
        ? call(answerImport, { params: { id }, body: { answers: step.answers } })
        : call(send[step.action], { params: { id } }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: importKey(id) }),
        client.invalidateQueries({ queryKey: IMPORTS }),
      ]),
  });
}
