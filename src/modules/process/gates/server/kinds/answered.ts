import { type Operation, creating, tableOf, updating } from "../../../../../engine/public.ts";
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
  const [form] = await tx.query<{ id: string; response: string | null }>({
    text: `select f.id, (select r.id from ${tableOf(context.workspace, "form_response")} r where r.form = f.id and r.regarding = $2::uuid and r.deleted_at is null order by r.created_at desc, r.id desc limit 1) as response
from ${tableOf(context.workspace, "form")} f where f.name = $1::text and f.deleted_at is null`,
    values: [criterion.form, idOf(meeting)],
  });
  if (!form) return null;
  if (form.response) return [updating(formResponse, form.response, { answers })];
  return [creating(formResponse, { form: form.id, regarding: regarding(meeting), answers })];
}
