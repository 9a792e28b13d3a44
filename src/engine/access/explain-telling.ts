import { joinNames } from "../../shared/i18n/join-texts.ts";
import type { LabelMap } from "../../shared/i18n/label.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Explanation } from "../../shared/wire/explanation.ts";
import type { Context } from "../kernel/context.ts";
import type { Names } from "./explain-facts.ts";
import { proofMessages } from "./explain.messages.ts";
import type { Action } from "../../shared/rights/rights.ts";
import type { Subject } from "./explain-subject.ts";

/** A record that another comes with, and what is proven of it. */
export interface Above {
  readonly label: LabelMap;
  readonly title: string;
  readonly proof: Explanation;
}

/** What the lines of a proof are told from. */
export interface Telling {
  readonly context: Context;
  readonly names: Names;
  readonly object: CatalogObject;
  readonly subject: Subject;
  readonly action: Action;
  readonly above: Above | null;
}

/** What every line may name. */
export function partsOf({
  context,
  names,
  object,
  subject,
  above,
}: Telling): Readonly<Record<string, LabelMap | string>> {
  const { principal } = context;
  const home = subject.department === null ? undefined : names.departments.get(subject.department);
  const nameOf = (id: string | undefined) => (id === undefined ? undefined : names.departments.get(id)?.name);
  // The department of the person that the record's lies in; their scopes reach no further than that.
  const reached = home?.up.find((id) => principal.departments.includes(id));
  const listed = principal.departments.map((id) => nameOf(id) ?? id);
  return {
    object: object.label,
    person: principal.name,
    owner: subject.owner === null ? proofMessages.nobody : (names.people.get(subject.owner) ?? subject.owner),
    department: home?.name ?? proofMessages.no_department,
    reached: nameOf(reached) ?? home?.name ?? proofMessages.no_department,
    departments:
      listed.length > 0
        ? { "zh-CN": joinNames(listed, "zh-CN"), en: joinNames(listed, "en") }
        : proofMessages.no_department,
    parent: above?.label ?? "",
    parent_title: above?.title ?? "",
  };
}
