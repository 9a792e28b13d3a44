import type { ObjectHook } from "../../../shared/metadata/hooks.ts";

export const formResponseHooks: readonly ObjectHook[] = [
  {
    word: "derive",
    name: "form_response.name_from_form",
    object: "form_response",
    when: ["form"],
    facts: { form: "form.name" },
    writes: ["name"],
    run: (_, facts) => ({ name: facts["form"] ?? null }),
  },
];
