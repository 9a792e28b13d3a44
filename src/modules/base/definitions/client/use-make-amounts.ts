import type { Label } from "../../../../shared/i18n/label.ts";
import type { FieldKind } from "../../../../shared/metadata/field.ts";
import { DOCUMENT_ROLES, LINE_ROLES } from "../../../../shared/metadata/line-amounts.ts";
import { makeField } from "../../../../shared/wire/fields.contract.ts";
import { call } from "../../../../ui/data/call.ts";
import { newId } from "../../../../ui/data/new-id.ts";
import type { GivenAmounts } from "./AmountsInput.tsx";
import { useReread } from "./definition-data.ts";

/** What lines and documents have mostly; a price without tax and a currency of its own are asked for seldom. */
const USUAL_OF_LINE: Readonly<Record<string, FieldKind>> = {
  quantity: "decimal",
  unit_price: "money",
  discount: "percent",
  tax_rate: "percent",
  amount: "money",
  tax: "money",
};
const USUAL_OF_DOCUMENT: Readonly<Record<string, FieldKind>> = {
  discount: "percent",
  subtotal: "money",
  discount_total: "money",
  tax_total: "money",
  total: "money",
};
type Roles = Readonly<Record<string, { readonly label: Label }>>;

/** Makes the usual fields that are not chosen yet, on the lines and on the document, and gives what is chosen then. */
export function useMakeAmounts() {
  const reread = useReread();
  return async (parent: string, lines: string, given: GivenAmounts): Promise<GivenAmounts> => {
    const make = async (
      object: string,
      roles: Roles,
      usual: Readonly<Record<string, FieldKind>>,
      has: object,
    ) => {
      const made: Record<string, string> = {};
      for (const [role, kind] of Object.entries(usual)) {
        const words = roles[role]?.label;
        if (role in has || !words) continue;
        const body = { name: role, kind, label: { ...words } };
        const { data } = await call(makeField, { params: { object }, body, key: newId() });
        const field = data?.fields.findLast(({ name }) => name === role || name.startsWith(`${role}_`));
        if (field) made[role] = field.name;
      }
      return made;
    };
    const { document = {}, ...ofLine } = given;
    const made = {
      ...ofLine,
      ...(await make(lines, LINE_ROLES, USUAL_OF_LINE, ofLine)),
      document: { ...document, ...(await make(parent, DOCUMENT_ROLES, USUAL_OF_DOCUMENT, document)) },
    };
    await reread();
    return made;
  };
}
