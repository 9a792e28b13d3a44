import { label } from "../../../../shared/i18n/label.ts";
import type { Change } from "../../../../shared/metadata/hooks.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { isZone } from "../../../../shared/time/zone.ts";
import { type Guard, tableOf } from "../../../../engine/public.ts";
import { company } from "../../../../objects/system/company/company.object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { isCurrency } from "../shared/is-currency.ts";
import { identityMessages } from "../shared/messages.ts";

/** There is one company, and totals and days depend on it: its currency and zone must be real. */
export const companyGuard: Guard = {
  word: "guard",
  name: "identity.company",
  label: label("公司信息有效且唯一", "One company, with a valid currency and time zone"),
  applies: (object) => object.name === "company",
  run: async ({ tx, context: { workspace }, changes }) => {
    const making = changes.filter(({ before, deleting }) => before === null && !deleting);
    const others =
      making.length === 0
        ? []
        : await tx.query({
            text: `select 1 from ${tableOf(workspace, "company")} where deleted_at is null limit 1`,
          });
    return new Map(
      changes.map((change): [string, readonly Reason[]] => [
        change.id,
        reasonsFor(change, making.length + others.length > 1),
      ]),
    );
  },
};

function reasonsFor({ before, after, deleting }: Change, isSecond: boolean): readonly Reason[] {
  if (deleting) return [{ code: "company_stays", text: identityMessages.company_stays }];
  if (before === null && isSecond) return [{ code: "one_company", text: identityMessages.one_company }];
  const { currency, zone, stalled_digest_at: at } = partOf(company, after);
  const wrong: Reason[] = [];
  if (!isCurrency(currency))
    wrong.push({
      code: "bad_currency",
      field: "currency",
      params: { value: String(currency) },
      text: identityMessages.bad_currency,
    });
  // An offset such as "+08:00" is read the other way round by PostgreSQL.
  if (typeof zone !== "string" || !/^[A-Za-z]/.test(zone) || !isZone(zone))
    wrong.push({
      code: "bad_zone",
      field: "zone",
      params: { value: String(zone) },
      text: identityMessages.bad_zone,
    });
  if (typeof at === "string" && !/^([01]\d|2[0-3]):[0-5]\d$/.test(at))
    wrong.push({
      code: "bad_time",
      field: "stalled_digest_at",
      params: { value: at },
      text: identityMessages.bad_time,
    });
  return wrong;
}
