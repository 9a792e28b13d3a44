import type { AnswerOf, BodyOf } from "../../../../../shared/wire/contract.ts";
import type { actOnPublicPage, PublicPage, showPublicPage } from "../../shared/public-page.contract.ts";

/** What came of a request: what was asked for, the server's words, or nothing at all. */
export type Answered<T> =
  | { readonly is: "ok"; readonly value: T }
  | { readonly is: "dead" }
  | { readonly is: "refused"; readonly code: string; readonly text: string }
  | { readonly is: "failed" };

const pathOf = (token: string): string => `/api/public/${encodeURIComponent(token)}`;

export async function askPage(token: string): Promise<Answered<PublicPage>> {
  const answer = await ask<AnswerOf<typeof showPublicPage>>(pathOf(token), {});
  return answer.is === "ok" ? { is: "ok", value: answer.value.data } : answer;
}
export async function actOnPage(
  token: string,
  body: BodyOf<typeof actOnPublicPage>,
): Promise<Answered<string>> {
  const answer = await ask<AnswerOf<typeof actOnPublicPage>>(`${pathOf(token)}/act`, {
    method: "POST",
    body: JSON.stringify(body),
  });
  return answer.is === "ok" ? { is: "ok", value: answer.value.data.done } : answer;
}

/** Whoever is signed in besides acts as the link all the same: no cookie goes along. */
async function ask<T>(path: string, init: RequestInit): Promise<Answered<T>> {
  try {
    const response = await fetch(path, {
      ...init,
      credentials: "omit",
      referrerPolicy: "no-referrer",
      headers: {
        accept: "application/json",
        "accept-language": document.documentElement.lang,
        ...(init.body ? { "content-type": "application/json" } : {}),
      },
    });
    if (response.status === 404) return { is: "dead" };
    const body = (await response.json()) as T & Told;
    if (response.ok) return { is: "ok", value: body };
    const reasons = (body.errors ?? []).map(({ message }) => message);
    return { is: "refused", code: body.code ?? "", text: [body.detail ?? "", ...reasons].join("\n").trim() };
  } catch {
    return { is: "failed" };
  }
}
interface Told {
  readonly code?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly message: string }[];
}
