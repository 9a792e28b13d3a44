import { useState } from "react";
import { changePassword } from "../../shared/me.contract.ts";
import { call } from "../../../../../ui/data/call.ts";
import { useMe } from "../../../../../ui/data/session.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { TextField } from "../../../../../ui/kit/TextField.tsx";
import { useForm } from "../../../../../ui/kit/use-form.ts";
import { authMessages } from "./auth.messages.ts";
import { passwordWords } from "./password-words.ts";

/**
 * The old and the new password, as a page and a dialog ask for them; `whenDone` runs once the new one holds.
 */
export function usePasswordChange(whenDone: () => Promise<unknown>) {
  const { t } = useLanguage();
  const me = useMe();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const { errors, busy, submit } = useForm(["current", "next"]);
  const save = () =>
    submit({ current, next }, async () => {
      await call(changePassword, { body: { current, next } });
      await whenDone();
    });
  const inputs = (
    <>
      {/* Programs that keep passwords learn whose this one is. */}
      <input hidden readOnly autoComplete="username" value={me.user.login ?? ""} />
      <TextField
        label={t(authMessages.currentPassword)}
        secret
        autoFocus
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
        error={errors["current"]}
      />
      <TextField
        label={t(authMessages.nextPassword)}
        secret
        autoComplete="new-password"
        value={next}
        onChange={setNext}
        error={errors["next"]}
        hint={passwordWords(t, next, me.user.login ?? "")}
      />
    </>
  );
  return { inputs, error: errors[""], busy, save };
}
