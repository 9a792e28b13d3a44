import type { Values } from "../../../../shared/metadata/object.ts";
import { fold } from "../../../../shared/text/fold.ts";
import { normalisePhone } from "../../../../shared/text/phone.ts";
import { simplifiedOf } from "../../../../shared/text/simplified.ts";
import { normaliseUscc } from "../../../../shared/text/uscc.ts";
import { label, type Label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";
import { compareCompanies, companyKeysOf, type CompanyLikeness } from "./compare-companies.ts";
import { type MatchKind, TRAITS } from "../shared/traits.ts";
import { textAt } from "./duplicate-keys.ts";

export interface Match {
  readonly kind: MatchKind;
  /** 0 to 1; from `LIKELY` on it is taken for the same. */
  readonly score: number;
  readonly exact: boolean;
  readonly why: keyof typeof whyMessages;
}
export const LIKELY = 0.85;

type Why =
  | CompanyLikeness
  | "same_uscc"
  | "same_phone"
  | "same_email"
  | "same_person"
  | "same_person_elsewhere";
export const whyMessages: Record<Why, Label> = defineMessages({
  same_uscc: label("统一社会信用代码相同", "Same credit code"),
  same_phone: label("电话相同", "Same phone number"),
  same_email: label("邮箱相同", "Same email"),
  same_name: label("名称相同", "Same name"),
  same_core: label(
    "名称相同，只是地区或公司形式的写法不同",
    "Same name; only the region or legal form differs",
  ),
  sounds_same: label("名称读音相同", "The names sound the same"),
  short_form: label("一个是另一个的简称", "One is a short form of the other"),
  one_character: label("名称只差一个字", "The names differ by one character"),
  same_group: label("同名的集团、分公司或子公司", "Group, branch or subsidiary of the same name"),
  same_person: label("姓名和公司相同", "Same person and company"),
  same_person_elsewhere: label("电话相同，姓名不同", "Same phone number, different name"),
});

interface Side {
  readonly object: string;
  readonly values: Values;
}
const traitsOf = ({ object }: Side) => TRAITS[object] ?? { phones: [] };
const company = (side: Side): string => textAt(side.values, traitsOf(side).company);
const person = (side: Side): string => simplifiedOf(fold(textAt(side.values, traitsOf(side).person)));
const uscc = (side: Side): string => normaliseUscc(textAt(side.values, traitsOf(side).uscc));
const phones = (side: Side): readonly string[] =>
  traitsOf(side).phones.flatMap((name) => normalisePhone(textAt(side.values, name)) ?? []);

/**
 * The strongest reason to take two records for one, with those that speak against it; null when there is
 * none.
 */
export function scorePair(a: Side, b: Side): Match | null {
  const codes = [uscc(a), uscc(b)];
  if (codes[0] && codes[1])
    return codes[0] === codes[1] ? { kind: "uscc", score: 1, exact: true, why: "same_uscc" } : null;
  return [byPhone(a, b), byEmail(a, b), byCompany(a, b), byPerson(a, b)].reduce(
    (best, one) => (one && (!best || one.score > best.score) ? one : best),
    null,
  );
}

/** A switchboard has many people, a mobile one; the same number under another name is worth a look. */
function byPhone(a: Side, b: Side): Match | null {
  const own = phones(a);
  const shared = phones(b).filter((phone) => own.includes(phone));
  if (shared.length === 0) return null;
  const isMobile = shared.some((phone) => /^1[3-9]\d{9}$/.test(phone));
  const [one, other] = [person(a), person(b)];
  if (one && other && one !== other && !isMobile)
    return { kind: "phone", score: 0.6, exact: true, why: "same_person_elsewhere" };
  return { kind: "phone", score: isMobile ? 0.97 : 0.92, exact: true, why: "same_phone" };
}

function byEmail(a: Side, b: Side): Match | null {
  const [one, other] = [a, b].map((side) => textAt(side.values, traitsOf(side).email).toLowerCase());
  return one && one === other ? { kind: "email", score: 0.95, exact: true, why: "same_email" } : null;
}

/** Two people of one company are two leads of it, so a lead's name counts less where the person differs. */
function byCompany(a: Side, b: Side): Match | null {
  const [one, other] = [company(a), company(b)];
  if (!one || !other) return null;
  const found = compareCompanies(companyKeysOf(one), companyKeysOf(other));
  if (!found) return null;
  const isOtherPerson = person(a) !== "" && person(b) !== "" && person(a) !== person(b);
  const score = isOtherPerson ? found.score * 0.85 : found.score;
  const exact = found.score >= 0.95;
  return { kind: exact ? "company" : "similar", score: Math.round(score * 100) / 100, exact, why: found.why };
}

function byPerson(a: Side, b: Side): Match | null {
  const [one, other] = [a, b].map((side) => textAt(side.values, traitsOf(side).within));
  return person(a) !== "" && person(a) === person(b) && one && one === other
    ? { kind: "similar", score: 0.9, exact: false, why: "same_person" }
    : null;
}
