import { type Operation, creating, statement, updating } from "../../../../../engine/public.ts";
import { orNull, uuid } from "../../../../../platform/db/columns.ts";
import { sql } from "../../../../../platform/db/sql.ts";
import { formResponse } from "../../../../../objects/work/form-response/form-response.object.ts";
import type { WireValue } from "../../../../../shared/metadata/object.ts";
import type { CriterionOf } from "../../../pipeline/shared/public.ts";
import { asValues } from "../../shared/criterion.ts";
import type { KindOnServer, Meeting } from "../gate-kinds.ts";
import { also, idOf, regarding } from "../met.ts";

export const answered: KindOnServer<CriterionOf<"form">> = {
  meet: async (meeting, criterion, value, met) => also(met, await answerForm(meeting, criterion, value)),
};

/** Answers go into the record's questionnaire, or start one. */
async function answerForm(
  meeting: Meeting,
  criterion: CriterionOf<"form">,
  value: WireValue,
): Promise<readonly Operation[] | null> {
  const { tx, context } = meeting;
  const answers = asValues(value);
  if (!answers) return null;
  const [form] = await tx.query(newestResponse(context.workspace, criterion.form, idOf(meeting)));
  if (!form) return null;
  if (form.response) return [updating(formResponse, form.response, { answers })];
  return [creating(formResponse, { form: form.id, regarding: regarding(meeting), answers })];
}

export const newestResponse = statement(
  { id: uuid, response: orNull(uuid) },
  ({ record }, form: string, about: string) =>
    sql`select f.id, (select r.id from ${record("form_response")} r where r.form = f.id and r.regarding = ${about}::uuid and r.deleted_at is null order by r.created_at desc, r.id desc limit 1) as response
from ${record("form")} f where f.name = ${form}::text and f.deleted_at is null`,
);
