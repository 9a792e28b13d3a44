import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { MAX_PASSWORD, MIN_PASSWORD } from "./password-length.ts";

const messages = defineMessages({
  too_short: label("密码至少 {min} 个字符。", "Use at least {min} characters."),
  too_long: label("密码最多 {max} 个字符。", "Use at most {max} characters."),
  too_common: label(
    "这个密码太常见，容易被猜到。可以用几个不相关的词组合。",
    "This password is too easy to guess. Try a few unrelated words.",
  ),
  like_login: label("密码不能包含登录名。", "The password must not contain your login."),
});

/** Words that make up most guessed passwords, Chinese habits included; digits and runs are found by rule. */
const COMMON = `
  password passw0rd passwort admin administrator root guest test user login welcome letmein changeme default secret master
  qwertyuiop qwerty asdfghjkl asdfgh asdf zxcvbnm zxcvbn zxcv qazwsxedc qazwsx qweasdzxc qweasd qwe asd zxc abcdefg abcdef
  abcd abc iloveyou woaini dragon monkey sunshine princess football baseball superman batman shadow michael charlie hello
  freedom whatever trustno 1qaz 2wsx 3edc company sluice qucheng crm sales mima huawei alibaba tencent baidu taobao weixin
  wechat beijing shanghai china zhongguo
`
  .trim()
  .split(/\s+/)
  .toSorted((a, b) => b.length - a.length);
const LEET: Readonly<Record<string, string>> = {
  "@": "a",
  "4": "a",
  "0": "o",
  "1": "l",
  "!": "i",
  $: "s",
  "5": "s",
  "3": "e",
  "7": "t",
};
/** What must be left once common words, digits and signs are taken away. */
const ENOUGH = 4;

/** The form that is hashed and compared: composed, so that the same keys on another device match. */
export const canonicalPassword = (password: string): string => password.normalize("NFKC");

/**
 * Why a password is not good enough for `login`, or an empty list. `field` is the input's name.
 * @example checkPassword("Admin@123456", "wang.li") // [{code: "too_common", …}]
 */
export function checkPassword(password: string, login: string | null, field = "password"): readonly Reason[] {
  const text = canonicalPassword(password);
  const length = [...text].length;
  if (length < MIN_PASSWORD)
    return [{ code: "too_short", field, params: { min: MIN_PASSWORD }, text: messages.too_short }];
  if (length > MAX_PASSWORD)
    return [{ code: "too_long", field, params: { max: MAX_PASSWORD }, text: messages.too_long }];
  if (login && containsLogin(text.toLowerCase(), login))
    return [{ code: "like_login", field, text: messages.like_login }];
  if (isCommon(text.toLowerCase())) return [{ code: "too_common", field, text: messages.too_common }];
  return [];
}

function containsLogin(password: string, login: string): boolean {
  const whole = foldLogin(login);
  const name = whole.split("@")[0] ?? whole;
  return [whole, name, [...name].toReversed().join("")].some(
    (part) => part.length >= 4 && password.includes(part),
  );
}

function isCommon(password: string): boolean {
  if (new Set(password).size < 5) return true;
  const unmasked = [...password].map((sign) => LEET[sign] ?? sign).join("");
  return [password, unmasked].some((text) => substance(text) < ENOUGH);
}

/** Letters that are left without common words, digits, signs and runs such as "efgh" or "aaaa". */
function substance(text: string): number {
  let left = text;
  for (const word of COMMON) left = left.replaceAll(word, " ");
  left = left.replace(/[\p{N}\p{P}\p{S}\s]+/gu, " ");
  const letters = [...left].filter((sign) => sign !== " ");
  return letters.filter(
    (sign, index) => Math.abs((sign.codePointAt(0) ?? 0) - (letters[index - 1]?.codePointAt(0) ?? -9)) > 1,
  ).length;
}

/** The form in which logins are compared: case and width do not count. */
export const foldLogin = (login: string): string => login.normalize("NFKC").trim().toLowerCase();
