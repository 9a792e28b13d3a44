import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";

export interface TestProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the provider says of a person, by account. */
  readonly people: Map<string, Record<string, unknown>>;
  /** While true, what the provider says of somebody is changed on the way to us. */
  tampers: boolean;
  /**
   * Signs a person in at the provider as a browser would, from the address the program sends them to; gives
   * the one they are sent back to.
   */
  visit(address: string, account: string): Promise<URL>;
  close(): Promise<void>;
}
const CLIENT = { client_id: "sluice", client_secret: "a-secret-of-the-client-0123456789" };

/** A real OpenID provider on a free port of this machine. */
export async function testProvider(redirectUri: string): Promise<TestProvider> {
  const people = new Map<string, Record<string, unknown>>();
  const held: { provider?: Provider; account: string } = { account: "" };
  const server = createServer((request, response) => {
    const { provider } = held;
    if (!provider) return void response.writeHead(503).end();
    if (given.tampers && request.url === "/token") tamperWith(response);
    if (!request.url?.startsWith("/interaction/")) return void provider.callback()(request, response);
    answer(provider, held.account, request, response).catch((error: unknown) =>
      response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  held.provider = new Provider(issuer, {
    clients: [
      {
        ...CLIENT,
        redirect_uris: [redirectUri],
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: async () => ({ sub: id, ...people.get(id) }),
    }),
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "preferred_username"] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    cookies: { keys: ["only for tests"] },
  });
  const given: TestProvider = {
    issuer,
    tampers: false,
    clientId: CLIENT.client_id,
    clientSecret: CLIENT.client_secret,
    people,
    visit: (address, account) => {
      held.account = account;
      return follow(address, redirectUri);
    },
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  };
  return given;
}

/** One sign of the ID token's content becomes another; its length stays. */
function tamperWith(response: ServerResponse): void {
  const end = response.end.bind(response);
  response.end = (body: unknown) => {
    const text = Buffer.isBuffer(body) ? body.toString() : String(body);
    return end(
      text.replace(
        /("id_token":"[^."]+\.[^."]{20})(.)/,
        (_all, head: string, sign: string) => head + (sign === "A" ? "B" : "A"),
      ),
    );
  };
}

async function answer(
  provider: Provider,
  accountId: string,
  ...[request, response]: Parameters<ReturnType<Provider["callback"]>>
): Promise<void> {
  const { prompt } = await provider.interactionDetails(request, response);
  if (prompt.name === "login")
    return provider.interactionFinished(request, response, { login: { accountId } });
  const grant = new provider.Grant({ accountId, clientId: CLIENT.client_id });
  grant.addOIDCScope("openid email profile");
  return provider.interactionFinished(
    request,
    response,
    { consent: { grantId: await grant.save() } },
    { mergeWithLastSubmission: true },
  );
}

async function follow(start: string, end: string): Promise<URL> {
  const jar = new Map<string, string>();
  let address = start;
  for (let hop = 0; hop < 12; hop += 1) {
    if (address.startsWith(end)) return new URL(address);
    const reply = await fetch(address, {
      redirect: "manual",
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") },
    });
    for (const line of reply.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    const next = reply.headers.get("location");
    if (!next) throw new Error(`the provider stopped at ${address}: ${reply.status} ${await reply.text()}`);
    address = new URL(next, address).href;
  }
  throw new Error("the provider goes in circles");
}
