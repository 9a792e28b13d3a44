import type { Operation } from "../../../../../engine/public.ts";
import type { WireValue } from "../../../../../shared/metadata/object.ts";
import type { CriterionOf } from "../../../pipeline/shared/public.ts";
import { asValues } from "../../shared/criterion.ts";
import type { KindOnServer, Meeting } from "../gate-kinds.ts";
import { also, idOf, regarding } from "../met.ts";

/** A related record is made in the dialog; it points at the record. */
export const created: KindOnServer<CriterionOf<"related">> = {
  meet: async (meeting, criterion, value, met) => also(met, createRelated(meeting, criterion, value)),
};

function createRelated(
  meeting: Meeting,
  criterion: CriterionOf<"related">,
  value: WireValue,
): readonly Operation[] | null {
  const { context, object } = meeting;
  const values = asValues(value);
  const links =
    context.catalog
      .object(criterion.object)
      ?.fields.filter((field) => field.kind === "link" && field.targets.includes(object.name)) ?? [];
  const link = links.find((field) => field.name === "regarding") ?? links[0];
  if (!values || link?.kind !== "link") return null;
  return [
    {
      op: "create",
      object: criterion.object,
      values: { ...values, [link.name]: link.targets.length > 1 ? regarding(meeting) : idOf(meeting) },
    },
  ];
}
