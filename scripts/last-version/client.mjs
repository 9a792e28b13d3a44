/** Somebody who talks to a running program over HTTP; every answer must be as expected. */
export const clientOf = (origin, headers = {}) => {
  const send = async (method, path, body, more = {}) => {
    const isForm = body instanceof FormData;
    const answer = await fetch(`${origin}/api/v1${path}`, {
      method,
      headers: {
        "accept-language": "en",
        origin,
        ...headers,
        ...(isForm || body === undefined ? {} : { "content-type": "application/json" }),
        ...more,
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const json = /json/.test(answer.headers.get("content-type") ?? "") ? JSON.parse(text) : undefined;
    return { status: answer.status, text, json, cookies: answer.headers.getSetCookie() };
  };
  const expecting =
    (method) =>
    async (path, body, status = [200, 201, 202, 204], more) => {
      const answer = await send(method, path, body, more);
      if (![status].flat().includes(answer.status))
        throw new Error(`${method} ${path}: ${answer.status} ${answer.text.slice(0, 2000)}`);
      return answer.json;
    };
  const post = expecting("POST");
  return {
    send,
    get: expecting("GET"),
    post,
    patch: expecting("PATCH"),
    put: expecting("PUT"),
    delete: expecting("DELETE"),
    /** Creates a record and gives it. */
    make: async (object, values) => (await post(`/records/${object}`, values, 201)).data,
    /** The first record that meets a condition. */
    find: async (object, condition) =>
      (await expecting("GET")(`/records/${object}?filter=${encodeURIComponent(condition)}`)).data[0],
  };
};

export async function signIn(origin, login, password) {
  const { status, text, cookies } = await clientOf(origin).send("POST", "/session", { login, password });
  if (status !== 200) throw new Error(`sign-in of ${login}: ${status} ${text}`);
  return clientOf(origin, { cookie: cookies.map((one) => one.split(";")[0]).join("; ") });
}

/** A file with further fields, as a form sends them. */
export function formOf(name, content, fields = {}, type = "text/plain") {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set("file", new Blob([content], { type }), name);
  return form;
}

/** The same words in both languages. */
export const both = (text) => ({ "zh-CN": text, en: text });
