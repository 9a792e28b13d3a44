import {
  type Context,
  type Guard,
  type ServerDerive,
  command,
  statement,
} from "../../../../engine/public.ts";
import { json, orNull, sure, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { form } from "../../../../objects/work/form/form.object.ts";
import { formResponse } from "../../../../objects/work/form-response/form-response.object.ts";
import { label, type LabelMap, textOf } from "../../../../shared/i18n/label.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { isMap } from "../../../../shared/metadata/wire-value.ts";
import { openQuestions, parseQuestions, scoreOf } from "../shared/form.ts";

const badQuestions = label(
  "题目不完整：每题要有标识、名称和类型，选择题要有选项",
  "The questions are not complete: each needs an ID, a label and a type, and choice questions need options",
);

/**
 * Whether a questionnaire is complete is computed from its questions, never told. Its answers go by its name
 * in the company's language, not by its code.
 */
export const completeForms: ServerDerive = {
  word: "derive",
  name: "form_response.complete",
  label: label("判断调研表是否填完并计分", "Checks whether a questionnaire is complete and scores it"),
  applies: (object) => object.name === "form_response",
  run: async ({ tx, context, changes }) => {
    const answered = changes.filter(
      (change) => !change.deleting && (change.changed.has("answers") || change.changed.has("form")),
    );
    if (answered.length === 0) return new Map();
    const ids = [...new Set(answered.flatMap((change) => partOf(formResponse, change.after).form ?? []))];
    const rows = await tx.query(formsOf(context.workspace, ids));
    const forms = new Map(
      rows.map((row) => [
        row.id,
        {
          questions: parseQuestions(row.questions) ?? [],
          name: textOf(row.label ?? {}, context.company.language, row.name),
        },
      ]),
    );
    return new Map(
      answered.map(({ id, after }) => {
        const response = partOf(formResponse, after);
        const { questions, name } = forms.get(response.form ?? "") ?? NO_FORM;
        const answers = isMap(response.answers) ? response.answers : {};
        return [
          id,
          {
            name,
            complete: questions.length > 0 && openQuestions(questions, answers).length === 0,
            score: scoreOf(questions, answers),
          },
        ];
      }),
    );
  },
};

const NO_FORM = { questions: [], name: null };

/** Answers that were named by the code of their questionnaire get its name. */
export async function nameAnswers(context: Context): Promise<void> {
  await context.db.query(renameAnswers(context.workspace, context.company.language));
}
export const renameAnswers = command(
  ({ record }, language: string) =>
    sql`update ${record("form_response")} r set name = f.label ->> ${language}::text from ${record("form")} f where f.id = r.form and r.name = f.name and f.label ->> ${language}::text <> f.name`,
);
export const formsOf = statement(
  { id: uuid, name: sure(text), label: orNull(json<LabelMap>()), questions: orNull(json<unknown>()) },
  ({ record }, ids: readonly string[]) =>
    sql`select id, name, label, questions from ${record("form")} where id = any(${ids}::uuid[])`,
);

export const guardForms: Guard = {
  word: "guard",
  name: "form.questions",
  label: label("调研表的题目必须完整", "Questions of a questionnaire must be complete"),
  applies: (object) => object.name === "form",
  run: async ({ changes }) =>
    new Map(
      changes
        .filter(
          (change) =>
            !change.deleting &&
            change.changed.has("questions") &&
            parseQuestions(partOf(form, change.after).questions) === null,
        )
        .map((change) => [change.id, [{ code: "bad_questions", field: "questions", text: badQuestions }]]),
    ),
};
