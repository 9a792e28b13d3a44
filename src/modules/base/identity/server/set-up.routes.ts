import { type Route, accept, serve } from "../../../../engine/public.ts";
import { beginSetup, readSetup } from "../shared/setup.contract.ts";
import { openSession } from "./open-session.ts";
import { originOf, setSessionCookie } from "./session-cookie.ts";
import { isSetupOpen, setUp } from "./set-up.ts";

const serving = { open: true, longest: 120_000 } as const;

const stateRoute = serve(readSetup, serving, async (context) => {
  const { name, language } = context.company;
  return accept({ data: { needed: await isSetupOpen(context), company: { name, language } } });
});

const setUpRoute = serve(beginSetup, serving, async (context, { body, request, reply }) => {
  const made = await setUp(context, body);
  if (!made.ok) return made;
  const session = await openSession(context.db, context.workspace, {
    userId: made.value,
    ...originOf(request),
    way: "password",
  });
  setSessionCookie(reply, session.token);
  return accept({ user: { id: made.value, name: body.name ?? body.login, login: body.login } });
});

export const setUpRoutes: readonly Route[] = [stateRoute, setUpRoute];
