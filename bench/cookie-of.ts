export interface Login {
  readonly login: string;
  readonly password: string;
}

/** The cookie of a session that is opened for it. */
export async function cookieOf(url: string, login: Login): Promise<string> {
  const headers = { "content-type": "application/json", origin: url };
  const answer = await fetch(`${url}/api/v1/session`, { method: "POST", headers, body: JSON.stringify(login) });
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
}
