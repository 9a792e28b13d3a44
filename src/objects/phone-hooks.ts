import { label } from "../shared/i18n/label.ts";
import { defineMessages } from "../shared/i18n/messages.ts";
import type { Change, ObjectHook } from "../shared/metadata/hooks.ts";
import type { ObjectDefinition, Values } from "../shared/metadata/object.ts";
import type { Reason } from "../shared/metadata/reason.ts";
import { readPhone } from "../shared/text/phone.ts";

const messages = defineMessages({
  bad_phone: label("这不像一个电话号码：{value}", "This does not look like a phone number: {value}"),
  not_mobile: label(
    "这不是手机号：{value}（大陆手机号为 11 位，境外号码以 + 开头）",
    "This is not a mobile number: {value} (11 digits in mainland China; start with + elsewhere)",
  ),
});

/** Brings the phone fields of an object into one form and refuses what cannot be called. */
export const phoneHooks = <const D extends ObjectDefinition>(
  { name: object }: D,
  fields: { readonly mobile?: keyof D["fields"] & string; readonly phone?: keyof D["fields"] & string },
): readonly ObjectHook[] => {
  const names = Object.values(fields);
  return [
    {
      word: "derive",
      name: `${object}.tidy_phones`,
      object,
      when: names,
      writes: names,
      run: (change) => tidied(change, names),
    },
    {
      word: "guard",
      name: `${object}.phones_can_be_called`,
      object,
      when: names,
      run: (change) => names.flatMap((name) => problemOf(change, name, name === fields.mobile)),
    },
  ];
};

function tidied(change: Change, names: readonly string[]): Values {
  const values: Values = {};
  for (const name of names) {
    const given = change.after[name];
    const phone = typeof given === "string" ? readPhone(given) : null;
    if (phone) values[name] = phone.text;
  }
  return values;
}

function problemOf(change: Change, name: string, mobile: boolean): readonly Reason[] {
  const value = change.after[name];
  if (typeof value !== "string" || !change.changed.has(name)) return [];
  const phone = readPhone(value);
  if (!phone) return [{ code: "bad_phone", field: name, params: { value }, text: messages.bad_phone }];
  if (mobile && phone.kind !== "mobile" && phone.kind !== "foreign")
    return [{ code: "not_mobile", field: name, params: { value }, text: messages.not_mobile }];
  return [];
}
