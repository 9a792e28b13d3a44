import {
  type Context,
  type StateProblem,
  fieldRight,
  isReadable,
  stateCondition,
} from "../../../../engine/public.ts";
import { explainProblem } from "../../../../shared/expression/problem-text.ts";
import { type Label, label, LANGUAGES, textOf } from "../../../../shared/i18n/label.ts";
import { say } from "../../../../shared/i18n/messages.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import type { Rights } from "../../../../shared/rights/rights.ts";
import { rulesOn } from "../../../../shared/rights/state-rules.ts";
import { identityMessages } from "../shared/messages.ts";

/**
 * Why the rules by state that are new cannot be kept: each says something, by a condition that the record’s own
 * stored fields answer, of which who writes it reads all: who is let in by a rule tells what its fields hold.
 * Of objects that are not there nothing is asked, as of other rights.
 */
export function unsoundRules(
  context: Context,
  rights: Rights,
  held: Pick<Rights, "states">,
): readonly Reason[] {
  for (const [name, rules] of Object.entries(rights.states ?? {})) {
    const object = context.catalog.object(name);
    if (!object) continue;
    const known = new Set(rulesOn(held, name).map(({ when }) => when));
    for (const { when, ...says } of rules) {
      if (Object.keys(says).length === 0)
        return [reason("empty_rule", identityMessages.empty_rule, { when })];
      if (known.has(when)) continue;
      const judged = stateCondition(context.catalog, name, when);
      if (!judged.ok) return [whyNot(judged.problem, textsOf(object.label, name))];
      const unread = judged.expression.references.fields.some(
        (field) => !isReadable(fieldRight(context, object, field)),
      );
      if (unread) return [reason("unreadable", identityMessages.state_unreadable, { when })];
    }
  }
  return [];
}

const textsOf = (text: Readonly<Record<string, string>>, name: string): Label =>
  label(text["zh-CN"] ?? name, text["en"] ?? name);

function whyNot(problem: StateProblem, object: Label): Reason {
  if (problem.why === "time") return reason("bad_state", identityMessages.state_time);
  if (problem.why === "elsewhere")
    return reason("bad_state", identityMessages.state_elsewhere, { field: problem.field });
  const why = explainProblem(problem.problem);
  const [zh = "", en = ""] = LANGUAGES.map((language) =>
    say(identityMessages.bad_state, language, {
      object: textOf(object, language),
      problem: why[language],
    }),
  );
  return { code: "bad_state", field: "rights", text: label(zh, en) };
}

const reason = (code: string, text: Label, params?: Readonly<Record<string, string>>): Reason => ({
  code,
  field: "rights",
  ...(params ? { params } : {}),
  text,
});
