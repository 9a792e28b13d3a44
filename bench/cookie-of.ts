export interface Login {
  readonly login: string;
  readonly password: string;
}

/** The cookie of a session that is opened for it. */
export async function cookieOf(url: string, login: Login): Promise<string> {
  const headers = { "content-type": "application/json", origin: url };
  const answer = await fetch(`${url}/api/v1/session`, {
    method: "POST",
    headers,
    body: JSON.stringify(login),
  });
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
}

/** Of somebody whose password was set by an administrator: it is changed first, and the session stays. */
export async function ownCookieOf(url: string, login: Login): Promise<string> {
  const cookie = await cookieOf(url, login);
  const headers = { "content-type": "application/json", origin: url, cookie };
  const body = JSON.stringify({ current: login.password, next: `own ${login.password}` });
  await fetch(`${url}/api/v1/me/password`, { method: "POST", headers, body });
  return cookie;
}
